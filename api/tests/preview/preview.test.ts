import type { ConfigDocument } from '@wee5/contract';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Activity } from '../../src/pipeline/activity.ts';
import { isOff } from '../../src/pipeline/score.ts';
import { computePreview } from '../../src/preview/preview.ts';
import { anyActivities, anyPlainXp, anyRules } from './arbitraries.ts';
import { natural } from './natural.ts';
import { plainDocument } from '../support/plain-document.ts';
import { openDatabase, PlayedCommunity, type OpenDatabase } from './played-community.ts';

let database: OpenDatabase;
beforeAll(async () => {
  database = await openDatabase();
}, 60_000);
afterAll(() => database.close());

/** Later than the last random activity, and less than 30 days after the first. */
const now = new Date('2026-11-20T12:00:00.000Z');

const anyCurve = fc.constantFrom<Pick<ConfigDocument, 'curve' | 'topLevel' | 'demotion'>>(
  { curve: plainDocument.curve, topLevel: 50, demotion: 'follow' },
  { curve: { kind: 'skool' }, topLevel: 9, demotion: 'follow' },
  { curve: { kind: 'amaribot' }, topLevel: 20, demotion: 'keep' },
);
const anyConfiguration = fc
  .record({ rules: anyRules, plain: anyPlainXp, levels: anyCurve })
  .map(({ rules, plain, levels }): ConfigDocument => ({ ...plainDocument, ...plain, ...levels, rules }));

test('a preview equals what happens where the same activities meet the saved configuration', async () => {
  await fc.assert(
    fc.asyncProperty(anyConfiguration, anyConfiguration, anyActivities(), async (former, tried, steps) => {
      // Periods keep the zone that there is; another one begins with the next period.
      const wanted = { ...tried, timeZone: former.timeZone };
      const activities = natural(steps.map(asHeld));
      const community = await PlayedCommunity.create(database, former);
      await live(community, activities);
      const { functions, communityId, configuration } = community;
      const { version } = configuration;
      const { replayed, afterReplay } = await computePreview({
        functions,
        communityId,
        version,
        former,
        document: wanted,
        now,
      });

      // The same community anew: by another name it would draw other XP from a range.
      await community.beginAnew(wanted);
      await live(community, activities);
      for (const { userId, xp, level } of await community.members()) {
        expect(replayed.simulated.get(userId) ?? 0, userId).toBe(xp);
        const standing = afterReplay.find(({ member }) => member.userId === userId);
        expect(standing ?? { xpAfter: 0 }).toMatchObject({
          xpAfter: xp,
          ...(standing && { levelAfter: level }),
        });
      }
    }),
    { numRuns: 40 },
  );
}, 120_000);

test('what a preview says of levels at once is what saving does', async () => {
  await fc.assert(
    fc.asyncProperty(anyConfiguration, anyCurve, anyActivities(), async (former, levels, steps) => {
      const community = await PlayedCommunity.create(database, former);
      await live(community, natural(steps));
      const { functions, communityId, configuration } = community;
      const { version } = configuration;
      const wanted = { ...former, ...levels };
      const tried = { former, document: wanted, version, now };
      const { atOnce } = await computePreview({ functions, communityId, ...tried });
      const before = await community.members();

      await community.save(wanted);
      await functions.recomputeLevels(communityId, 1000, now.toISOString());
      const after = await community.members();
      expect(atOnce.map(({ member, levelBefore }) => [member.userId, levelBefore])).toEqual(
        before.map(({ userId, level }) => [userId, level]),
      );
      expect(atOnce.map(({ xpAfter, levelAfter }) => [xpAfter, levelAfter])).toEqual(
        after.map(({ xp, level }) => [xp, level]),
      );
    }),
    { numRuns: 30 },
  );
}, 120_000);

/** Cleo holds a product all the time, and nobody else ever. */
function asHeld(activity: Activity): Activity {
  return { ...activity, productIds: activity.userId === 'user_cleo' ? ['prod_vip'] : [], joinedAt: null };
}

/** As the path does it: being reacted to is not booked where it is worth nothing. */
async function live(community: PlayedCommunity, activities: Activity[]): Promise<void> {
  await community.hold('user_cleo', 'prod_vip');
  const isBooked = ({ type }: Activity) =>
    type !== 'reaction_received' || !isOff(community.configuration, type);
  await community.play(activities.filter(isBooked), 100);
}
