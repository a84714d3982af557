import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectBanks, expectCaps, expectCooldowns, expectEachOnce, expectTakenBack } from './any-claims.ts';
import { AnyRun } from './any-run.ts';
import { expectPreviewToHold } from './any-preview.ts';
import { expectReceiptsToAddUp } from './any-receipts.ts';
import { anyScenario, type Kind } from './any-scenario.ts';

const seed = Number(process.env['WEE5_SEED'] ?? Date.now() % 1_000_000);
const kinds: Kind[] = ['cooling', 'cooling', 'bounded', 'free', 'reversed'];

describe.each([
  ['any rules and any deliveries', false],
  ['any rules and any deliveries while a process is killed', true],
])(`%s (seed ${seed})`, (_, isKilled) => {
  let run: AnyRun;
  beforeAll(async () => {
    const scenarios = kinds.slice(isKilled ? 1 : 0).map((kind, index) => {
      const [scenario] = fc.sample(anyScenario(kind), {
        seed: seed + index + (isKilled ? 100 : 0),
        numRuns: 1,
      });
      if (!scenario) throw new Error('There is no scenario.');
      return scenario;
    });
    run = await AnyRun.play(scenarios, { seed, isKilled });
  }, 120_000);
  // Without a run there is nothing to stop: what failed to play has stopped by itself.
  afterAll(() => (run as AnyRun | undefined)?.stop());

  it('count each activity at most once, and leave out only what a cooldown refuses', () => {
    for (const { log, document, happenings } of run.communities) expectEachOnce(log, document, happenings);
  });

  it('keep awards a cooldown apart, and refuse by it only what lies within that of an award', () => {
    const refused = run.communities.map(({ log, document }) => expectCooldowns(log, document));
    expect(refused.reduce((sum, each) => sum + each, 0)).toBeGreaterThan(0);
  });

  it('never exceed a cap of a day or a week', () => {
    for (const { log, document, zones } of run.communities) expectCaps(log, document, zones);
    expect(run.refusals()).toContain('cap');
  });

  it('never have an effort bank pay more than it held', () => {
    const banked = run.communities.map(({ log, document }) => expectBanks(log, document));
    expect(banked.reduce((sum, each) => sum + each, 0)).toBeGreaterThan(0);
    const isBound = run.communities.some(({ log }) => log.some(({ receipt }) => receipt.bank));
    expect(isBound).toBe(true);
  });

  it('take back of each payment and membership what the newest words say, in any order', () => {
    const reversals = run.communities.map(({ log, document, happenings }) =>
      expectTakenBack(log, document, happenings),
    );
    expect(reversals.reduce((sum, each) => sum + each, 0)).toBeGreaterThan(0);
  });

  it('end as one delivery after the other in event time does, where nothing binds', async () => {
    expect(run.of('free', 'reversed')).toHaveLength(2);
    for (const community of run.of('free', 'reversed')) {
      const { projections } = community;
      const inTurn = await run.playInTurn(community, community.document);
      // A level that was reached before something was taken back keeps its rewards.
      if (community.kind === 'free') expect(projections).toEqual(inTurn.projections);
      else expect({ ...projections, rewards: [] }).toEqual({ ...inTurn.projections, rewards: [] });
    }
  });

  it('leave a log that every projection agrees with', async () => {
    for (const { communityId, log, projections } of run.communities) {
      const { counts, mismatches, members } = await run.world.integrity.findMismatches(communityId, '', 1000);
      expect({ counts, mismatches }).toEqual({ counts: {}, mismatches: [] });
      expect(members).toBe(projections.totals.length);
      const sum = log.reduce((total, { xp }) => total + xp, 0);
      expect(projections.totals.reduce((total, { xp }) => total + xp, 0)).toBe(sum);
    }
  });

  it('write receipts that add up', () => {
    for (const { log, document } of run.communities) expectReceiptsToAddUp(log, document);
  });

  it('are previewed as they happen: by the levels and rewards of a save, and by a life under other rules', async () => {
    for (const community of run.communities) await expectPreviewToHold(run, community);
  });
});
