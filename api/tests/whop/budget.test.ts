import { describe, expect, it } from 'vitest';
import { Budget } from '../../src/whop/budget.ts';
import { retryAfterMs } from '../../src/whop/retry-after.ts';
import { createClock } from '../pipeline/support.ts';

it('leaves room for people when the background has used its part', () => {
  const clock = createClock();
  const budget = new Budget({ now: clock.now, perMinute: 3, backgroundPerMinute: 2 });
  budget.spend('users.retrieve', true);
  clock.advance(10_000);
  budget.spend('users.retrieve', true);
  expect(() => budget.spend('users.retrieve', true)).toThrow(
    expect.objectContaining({ kind: 'over-budget', retryAfterMs: 50_000 }) as Error,
  );
  budget.spend('users.retrieve', false);
  expect(() => budget.spend('users.retrieve', false)).toThrow('users.retrieve');
  // Three were made: two have to be over before the background may go on.
  expect(() => budget.spend('users.retrieve', true)).toThrow(
    expect.objectContaining({ retryAfterMs: 60_000 }) as Error,
  );
  budget.spend('companies.retrieve', true);
  clock.advance(60_000);
  budget.spend('users.retrieve', true);
});

describe('how long a 429 asks to wait', () => {
  it.each([
    ['7', '', 7000],
    [null, '{"error":{"message":"Try again in 12 seconds."}}', 12_000],
    [null, 'Try again in 1 minute.', 60_000],
    ['soon', 'Later.', 10_000],
    ['100000', '', 300_000],
    ['-1', '', 0],
  ])('reads %s and %s as %i ms', (header, body, ms) => {
    expect(retryAfterMs(header, body)).toBe(ms);
  });
});
