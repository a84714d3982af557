import { expect } from 'vitest';

/** Like `expect`, for what becomes true in time: asks again and again, long enough for a busy machine. */
export function eventually<Value>(value: () => Value) {
  return expect.poll(value, { timeout: 20_000, interval: 10 });
}
