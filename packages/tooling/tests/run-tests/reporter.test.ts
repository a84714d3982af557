import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import type { StepOutcome } from '../../src/step.ts';

it('counts every way a test can end, and the files that do not load', async () => {
  const outcome = await runSamples();

  expect(outcome.passed).toBe(1);
  expect(outcome.skipped).toEqual([
    { name: 'outcomes.sample.ts > is skipped and says why', reason: 'no moon tonight' },
  ]);
  expect(outcome.failures.toSorted()).toEqual([
    'broken.sample.ts: the file is broken',
    "outcomes.sample.ts > behind a hook that fails > never runs: skipped without a reason (give one: context.skip('reason'))",
    'outcomes.sample.ts > behind a hook that fails: the hook failed',
    'outcomes.sample.ts > fails',
    "outcomes.sample.ts > is only planned: skipped without a reason (give one: context.skip('reason'))",
    "outcomes.sample.ts > is skipped in silence: skipped without a reason (give one: context.skip('reason'))",
  ]);
});

it('takes a run that finds no test for a failure', async () => {
  const outcome = await runSamples('no-such-file');
  expect(outcome).toMatchObject({ passed: 0, failures: [expect.stringMatching(/no test|without a report/)] });
});

async function runSamples(...filters: string[]): Promise<StepOutcome> {
  const script = join(import.meta.dirname, 'run-vitest.ts');
  const config = join(import.meta.dirname, 'samples', 'vitest.config.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [script, '--config', config, ...filters]);
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as StepOutcome;
}
