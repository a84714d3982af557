import type { StepResult } from './step.ts';

export interface Summary {
  /** To print; the last one is `N passed, N failed` and, where something was skipped, `, N skipped`. */
  lines: string[];
  failed: number;
}

/** The closing summary of a run: what it ran on, each step, what failed and what was skipped and why. */
export function summarize(results: StepResult[], machine: string): Summary {
  const postgres = results.find((result) => result.postgres)?.postgres ?? 'not started';
  const redis = results.find((result) => result.redis)?.redis ?? 'not started';
  const failed = sum(results, (result) => result.failures.length);
  const lines = [
    '',
    '━━ summary',
    `${machine}, Postgres: ${postgres}, Redis: ${redis}`,
    ...results.map(describeStep),
    ...results.flatMap((result) => result.failures.map((failure) => `  failed: ${result.name}: ${failure}`)),
    ...results.flatMap((result) =>
      result.skipped.map(({ name, reason }) => `  skipped: ${result.name}: ${name}: ${reason}`),
    ),
    counts(
      sum(results, (result) => result.passed),
      failed,
      sum(results, (result) => result.skipped.length),
    ),
  ];
  return { lines, failed };
}

function describeStep(result: StepResult): string {
  const { name, passed, failures, skipped, seconds } = result;
  return `  ${name.padEnd(10)} ${counts(passed, failures.length, skipped.length)} (${seconds.toFixed(1)} s)`;
}

function counts(passed: number, failed: number, skipped: number): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

function sum(results: StepResult[], of: (result: StepResult) => number): number {
  return results.reduce((total, result) => total + of(result), 0);
}
