import type { Preview } from '@wee5/contract';
import { expect } from 'vitest';
import { isLedgerEntry, type LogRow } from './any-log.ts';
import { readProjections, Server, type Projections } from './any-projections.ts';
import type { AnyRun, Played } from './any-run.ts';
import type { Replica } from './replica.ts';

/** Previews another configuration, saves it, and compares; where all that happened is in the log, also the replay. */
export async function expectPreviewToHold(run: AnyRun, community: Played): Promise<void> {
  const { communityId, key, tried, kind, projections: before } = community;
  const server = new Server(run.world.replicas[0] as Replica, communityId, key);
  const preview = await server.preview(tried);
  await server.save(tried);
  expectAtOnce(preview.atOnce, before, await readProjections(run.world.client, communityId));
  if (kind !== 'bounded') return;

  const { log } = await run.playInTurn(community, tried);
  const activities = activitiesOf(community.log).length;
  expect(preview.replay).toMatchObject({ complete: true, activities, xpAfter: earnedIn(log) });
}

function earnedIn(log: LogRow[]): number {
  return activitiesOf(log).reduce((sum, { xp }) => sum + xp, 0);
}

function activitiesOf(log: LogRow[]): LogRow[] {
  return log.filter((row) => !isLedgerEntry(row));
}

/** Members per level before and after, who rose and fell, and how many rewards were unlocked. */
function expectAtOnce(atOnce: Preview['atOnce'], before: Projections, after: Projections): void {
  const levels = new Map(before.totals.map(({ id, level }) => [id, { was: level, is: level }]));
  for (const { id, level } of after.totals) levels.set(id, { was: levels.get(id)?.was ?? 0, is: level });
  const moved = [...levels.values()];
  const numbers = [...new Set(moved.flatMap(({ was, is }) => [was, is]))].toSorted(
    (one, other) => one - other,
  );
  expect(atOnce).toEqual({
    levels: numbers.map((level) => ({
      level,
      before: moved.filter(({ was }) => was === level).length,
      after: moved.filter(({ is }) => is === level).length,
    })),
    up: moved.filter(({ was, is }) => is > was).length,
    down: moved.filter(({ was, is }) => is < was).length,
    rewards: after.rewards.length - before.rewards.length,
  });
}
