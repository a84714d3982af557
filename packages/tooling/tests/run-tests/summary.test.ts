import { expect, it } from 'vitest';
import type { StepResult } from '../../src/step.ts';
import { summarize } from '../../src/summary.ts';

const lint: StepResult = { name: 'lint', passed: 1, failures: [], skipped: [], seconds: 2 };
const vitest: StepResult = {
  name: 'vitest',
  passed: 40,
  failures: [],
  skipped: [],
  seconds: 12.34,
  postgres: 'system 15.18',
  redis: '7.0.15',
};

it('says what it ran on, what each step counted and, last, the totals', () => {
  expect(summarize([lint, vitest], 'Node 24.0.0 on linux x64')).toEqual({
    failed: 0,
    lines: [
      '',
      '━━ summary',
      'Node 24.0.0 on linux x64, Postgres: system 15.18, Redis: 7.0.15',
      '  lint       1 passed, 0 failed (2.0 s)',
      '  vitest     40 passed, 0 failed (12.3 s)',
      '41 passed, 0 failed',
    ],
  });
});

it('names each failure and each skip with its reason, and ends with all three counts', () => {
  const failedLint = { ...lint, passed: 0, failures: ['oxlint ended with 1'] };
  const skipping = {
    ...vitest,
    failures: ['a.test.ts > b'],
    skipped: [{ name: 'c.test.ts > d', reason: 'why' }],
  };
  const { lines, failed } = summarize([failedLint, skipping], 'here');
  expect(failed).toBe(2);
  expect(lines.slice(-4)).toEqual([
    '  failed: lint: oxlint ended with 1',
    '  failed: vitest: a.test.ts > b',
    '  skipped: vitest: c.test.ts > d: why',
    '40 passed, 2 failed, 1 skipped',
  ]);
});

it('says so where no server was needed', () => {
  expect(summarize([lint], 'here').lines).toContain('here, Postgres: not started, Redis: not started');
});

it('says why there was no Redis', () => {
  const without = { ...vitest, redis: 'none (redis-server is not installed)' };
  expect(summarize([without], 'here').lines).toContain(
    'here, Postgres: system 15.18, Redis: none (redis-server is not installed)',
  );
});
