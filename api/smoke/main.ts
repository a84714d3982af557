// `npx pnpm@10 smoke`: the whole path on the servers that the environment names, step by step. Nothing here is a
// stand-in: PostgREST, Realtime, row level security and Redis are the ones that will be in production.
import { readEnvironment } from '../src/config.ts';
import { reportFailure } from '../src/stop-on-signal.ts';
import { cleanUp } from './clean-up.ts';
import type { Step, World } from './step.ts';
import { applyMigrations } from './steps/apply-migrations.ts';
import { savedConfiguration } from './steps/configuration.ts';
import { erasure } from './steps/erasure.ts';
import { integrity } from './steps/integrity.ts';
import { preview } from './steps/preview.ts';
import { realtime, strangersHearNothing } from './steps/realtime.ts';
import { ownReceipts } from './steps/receipts.ts';
import { undoneReset } from './steps/resets.ts';
import { claimedReward } from './steps/rewards.ts';
import { browsersAwardNothing, rowLevelSecurity } from './steps/row-level-security.ts';
import { sessions } from './steps/sessions.ts';
import { creatorEvents, receivedReactions, refundedPayments } from './steps/sources.ts';
import { countedRequests, earlyRefusal } from './steps/upstash.ts';
import { visitors } from './steps/visitors.ts';
import { webhookOverPostgrest } from './steps/webhook-over-postgrest.ts';
import { windowBoards } from './steps/window-boards.ts';
import { toTarget, type Target } from './target.ts';
import { openWorld } from './world.ts';

const steps: Step[] = [
  webhookOverPostgrest,
  sessions,
  rowLevelSecurity,
  browsersAwardNothing,
  realtime,
  strangersHearNothing,
  visitors,
  earlyRefusal,
  countedRequests,
  savedConfiguration,
  creatorEvents,
  receivedReactions,
  refundedPayments,
  claimedReward,
  ownReceipts,
  windowBoards,
  undoneReset,
  preview,
  erasure,
  integrity,
];

const counts = { passed: 0, failed: 0, skipped: 0 };

async function main(): Promise<void> {
  const target = toTarget(readEnvironment());
  say(`Wee5 smoke test of ${target.supabase.url}`);
  if (!(await attempt('the migrations are applied', () => applyMigrations(target)))) return;
  let world: World | undefined;
  await attempt('the server starts on it', async () => {
    world = await openWorld(target);
    const { database, marks } = world.server.context;
    return `database: ${database.name}, marks: ${marks.name}`;
  });
  if (world) await runAll(world, target);
}

async function runAll(world: World, target: Target): Promise<void> {
  try {
    for (const step of steps) await runStep(step, world, target);
  } finally {
    await attempt('everything it made is removed', () => cleanUp(world));
    await world.server.stop();
  }
}

async function runStep(step: Step, world: World, target: Target): Promise<void> {
  const reason = step.unless?.(target);
  if (reason === undefined) return void (await attempt(step.claim, () => step.run(world)));
  counts.skipped += 1;
  say(`  skipped  ${step.claim}: ${reason}`);
}

/** Later steps stand on earlier ones, but what they say of their own still helps. */
async function attempt(claim: string, run: () => Promise<string>): Promise<boolean> {
  const startedAt = performance.now();
  try {
    const seen = await run();
    say(`  ok       ${claim}: ${seen} (${((performance.now() - startedAt) / 1000).toFixed(1)} s)`);
    counts.passed += 1;
    return true;
  } catch (error) {
    say(`  FAILED   ${claim}: ${error instanceof Error ? error.message : String(error)}`);
    counts.failed += 1;
    return false;
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

await main().catch((error: unknown) => {
  counts.failed += 1;
  reportFailure(error);
});
say(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
// The live views would keep the process.
process.exit(counts.failed > 0 ? 1 : 0);
