import { readFile } from 'node:fs/promises';

/** What a test run leaves for the summary. */
export interface TestReport {
  passed: number;
  /** Tests, hooks and files that failed, and errors outside of any test. */
  failures: string[];
  /** `reason` is what the test gave to `context.skip(reason)`. */
  skipped: { name: string; reason: string | null }[];
  /** Which Postgres it ran on; null where no project needed one. */
  postgres?: string | null;
  /** Which Redis, or `none (why)`; null where no project needed one. */
  redis?: string | null;
}

/** Names the file that the reporter writes the report to. */
export const REPORT_VARIABLE = 'WEE5_TEST_REPORT';

/** The report a run left, or undefined where it left none. */
export async function readReport(file: string): Promise<TestReport | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as TestReport;
  } catch {
    return undefined;
  }
}
