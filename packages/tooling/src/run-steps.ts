import type { Step, StepOutcome, StepResult } from './step.ts';

/** Runs every step in order and says when each begins and how it ended; a step that throws has failed. */
export async function runSteps(steps: Step[]): Promise<StepResult[]> {
  const results: StepResult[] = [];
  for (const step of steps) {
    console.log(`\n━━ ${step.name}`);
    const startedAt = performance.now();
    const outcome = await step.run().catch(failedBy);
    const seconds = (performance.now() - startedAt) / 1000;
    const verdict = outcome.failures.length > 0 ? 'FAILED' : 'ok';
    console.log(`━━ ${step.name}: ${verdict} (${seconds.toFixed(1)} s)`);
    results.push({ ...outcome, name: step.name, seconds });
  }
  return results;
}

function failedBy(error: unknown): StepOutcome {
  console.error(error);
  return { passed: 0, failures: [error instanceof Error ? error.message : String(error)], skipped: [] };
}
