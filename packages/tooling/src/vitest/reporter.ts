import { writeFileSync } from 'node:fs';
import type { Reporter, SerializedError, TestCase, TestModule, TestSuite, Vitest } from 'vitest/node';
import type { ProvidedContext } from 'vitest';
import { REPORT_VARIABLE } from './report.ts';
import type { TestReport } from './report.ts';

/** Writes a {@link TestReport}. Vitest's own JSON report knows neither a skip's reason nor a failed hook. */
export default class ReportReporter implements Reporter {
  #vitest: Vitest | undefined;

  onInit(vitest: Vitest): void {
    this.#vitest = vitest;
  }

  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly SerializedError[]): void {
    const file = process.env[REPORT_VARIABLE];
    if (!file) throw new Error(`${REPORT_VARIABLE} must name the file for the report.`);
    const report: TestReport = { passed: 0, failures: [], skipped: [], ...this.#servers() };
    for (const module of modules) addModule(report, module);
    for (const error of unhandledErrors) report.failures.push(`outside of any test: ${error.message}`);
    writeFileSync(file, JSON.stringify(report));
  }

  #servers(): Pick<TestReport, 'postgres' | 'redis'> {
    const provided = this.#vitest?.getRootProject().getProvidedContext();
    const { postgres, redis } = provided ?? {};
    return { postgres: postgres?.source ?? null, redis: redis ? describeRedis(redis) : null };
  }
}

function addModule(report: TestReport, module: TestModule): void {
  addErrors(report, module);
  for (const suite of module.children.allSuites()) addErrors(report, suite);
  for (const test of module.children.allTests()) addTest(report, test);
}

function describeRedis(redis: ProvidedContext['redis']): string {
  return 'missing' in redis ? `none (${redis.missing})` : redis.version;
}

/** A file that did not load, or a hook around tests that then never ran. */
function addErrors(report: TestReport, suite: TestModule | TestSuite): void {
  const [error] = suite.errors();
  if (error) report.failures.push(`${nameOf(suite)}: ${error.message}`);
}

function addTest(report: TestReport, test: TestCase): void {
  const result = test.result();
  switch (result.state) {
    case 'passed':
      report.passed++;
      break;
    case 'failed':
      report.failures.push(nameOf(test));
      break;
    case 'skipped':
      report.skipped.push({ name: nameOf(test), reason: result.note?.trim() || null });
      break;
    case 'pending':
      report.failures.push(`${nameOf(test)}: did not finish`);
  }
}

function nameOf(entity: TestModule | TestSuite | TestCase): string {
  if (entity.type === 'module') return entity.relativeModuleId;
  return `${entity.module.relativeModuleId} > ${entity.fullName}`;
}
