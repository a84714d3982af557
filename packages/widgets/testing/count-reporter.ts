import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Reporter, TestSession, TestSuiteResult } from '@web/test-runner';

/** What a run leaves behind: the same shape as the report of the tests that run in Node. */
interface Report {
  passed: number;
  failures: string[];
  skipped: { name: string; reason: string | null }[];
}

/** Ends the run with one line that counts, and writes the counts to a file. */
export function countReporter(file: string): Reporter {
  return {
    onTestRunFinished({ sessions }) {
      const report: Report = { passed: 0, failures: [], skipped: [] };
      for (const session of sessions) countSession(session, report);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, JSON.stringify(report, null, 2));
      const { passed, failures, skipped } = report;
      console.log(`\n${passed} passed, ${failures.length} failed, ${skipped.length} skipped`);
    },
  };
}

function countSession({ testFile, errors, testResults }: TestSession, report: Report): void {
  for (const { message } of errors) report.failures.push(`${testFile}: ${message}`);
  if (testResults) countSuite(testResults, '', report);
}

function countSuite({ name, tests, suites }: TestSuiteResult, parent: string, report: Report): void {
  const path = `${parent}${name ? `${name} > ` : ''}`;
  for (const test of tests) {
    if (test.skipped) report.skipped.push({ name: path + test.name, reason: null });
    else if (test.passed) report.passed++;
    else report.failures.push(path + test.name);
  }
  for (const suite of suites) countSuite(suite, path, report);
}
