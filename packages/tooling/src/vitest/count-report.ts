import type { StepOutcome } from '../step.ts';
import type { TestReport } from './report.ts';

/** What a report counts for: no test at all is a failure, and so is a skip that does not say why. */
export function countReport(runner: string, report: TestReport | undefined, exitCode: number): StepOutcome {
  if (!report) {
    return { passed: 0, failures: [`${runner} ended with ${exitCode} and without a report`], skipped: [] };
  }
  const failures = [...report.failures];
  const skipped: StepOutcome['skipped'] = [];
  for (const { name, reason } of report.skipped) {
    if (reason) skipped.push({ name, reason });
    else failures.push(`${name}: skipped without a reason (give one: context.skip('reason'))`);
  }
  if (report.passed + failures.length + skipped.length === 0) failures.push('no test was found');
  if (failures.length === 0 && exitCode !== 0) failures.push(`${runner} ended with ${exitCode}`);
  const { passed, postgres, redis } = report;
  return { passed, failures, skipped, postgres: postgres ?? undefined, redis: redis ?? undefined };
}
