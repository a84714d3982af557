import { describe, expect, it } from 'vitest';
import { countReport } from '../../src/vitest/count-report.ts';
import type { TestReport } from '../../src/vitest/report.ts';

const good: TestReport = {
  passed: 3,
  failures: [],
  skipped: [],
  postgres: 'system 15.18',
  redis: '7.0.15',
};

describe('what a report of vitest counts for', () => {
  it('counts passed tests and names the servers', () => {
    expect(countReport('vitest', good, 0)).toEqual({
      passed: 3,
      failures: [],
      skipped: [],
      postgres: 'system 15.18',
      redis: '7.0.15',
    });
  });

  it('keeps a skip that says why', () => {
    const skipped = [{ name: 'a > b', reason: 'only root can' }];
    expect(countReport('vitest', { ...good, skipped }, 0)).toMatchObject({ failures: [], skipped });
  });

  it('counts a skip without a reason as a failure', () => {
    const outcome = countReport('vitest', { ...good, skipped: [{ name: 'a > b', reason: null }] }, 0);
    expect(outcome.skipped).toEqual([]);
    expect(outcome.failures).toEqual([expect.stringContaining('a > b: skipped without a reason')]);
  });

  it('counts a run without a test as a failure', () => {
    expect(countReport('vitest', { ...good, passed: 0 }, 0).failures).toEqual(['no test was found']);
  });

  it('counts a run that crashed before its report as a failure', () => {
    expect(countReport('vitest', undefined, 134)).toMatchObject({
      passed: 0,
      failures: ['vitest ended with 134 and without a report'],
    });
  });

  it('believes the exit code where the report knows of no failure', () => {
    expect(countReport('vitest', good, 1).failures).toEqual(['vitest ended with 1']);
  });

  it('does not count a failure twice because of the exit code', () => {
    expect(countReport('vitest', { ...good, failures: ['a > b'] }, 1).failures).toEqual(['a > b']);
  });
});
