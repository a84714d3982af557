import { afterAll, beforeAll, expect, test } from 'vitest';
import { computePreview } from '../../src/preview/preview.ts';
import { activityOf } from '../pipeline/support.ts';
import { plainDocument } from '../support/plain-document.ts';
import { openDatabase, PlayedCommunity, type OpenDatabase } from './played-community.ts';

let database: OpenDatabase;
beforeAll(async () => {
  database = await openDatabase();
}, 60_000);
afterAll(() => database.close());

const now = new Date('2026-11-20T18:05:00.000Z');
const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000);

async function previewOf(community: PlayedCommunity, maxActivities?: number) {
  const { functions, communityId, configuration } = community;
  const { version } = configuration;
  const options = {
    functions,
    communityId,
    version,
    former: plainDocument,
    document: { ...plainDocument, chatXp: 100 },
    now,
  };
  return computePreview({ ...options, ...(maxActivities && { maxActivities }) });
}

test('of too many activities the newest are replayed, and the preview says since when', async () => {
  const community = await PlayedCommunity.create(database, {});
  await community.play(
    [50, 40, 30, 20, 10].map((minutes) => activityOf({ key: `chat:${minutes}`, at: minutesAgo(minutes) })),
    100,
  );
  const all = await previewOf(community, 5);
  expect(all.frame.isComplete).toBe(true);
  expect(all.replayed).toMatchObject({ activities: 5 });

  const { frame, replayed, afterReplay } = await previewOf(community, 2);
  expect(frame.isComplete).toBe(false);
  expect(Date.parse(frame.since)).toBe(minutesAgo(30).getTime());
  expect(replayed.activities).toBe(2);
  // Three as they were, and two of 100.
  expect(afterReplay.map(({ xpBefore, xpAfter }) => [xpBefore, xpAfter])).toEqual([[75, 245]]);
});

test('more than a page is replayed whole, every member once', async () => {
  const community = await PlayedCommunity.create(database, { cooldownSeconds: 0 });
  const activities = Array.from({ length: 1100 }, (_, index) =>
    activityOf({
      userId: `user_${index}`,
      key: `chat:${index}`,
      at: minutesAgo(5000 - Math.floor(index / 3)),
    }),
  );
  await community.play(activities, 500);
  const { replayed, afterReplay } = await previewOf(community);
  expect(replayed.activities).toBe(1100);
  expect(afterReplay).toHaveLength(1100);
  expect(new Set(afterReplay.map(({ xpBefore, xpAfter }) => `${xpBefore} ${xpAfter}`))).toEqual(
    new Set(['15 100']),
  );
}, 60_000);
