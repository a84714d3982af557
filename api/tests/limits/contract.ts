import { beforeEach, describe, expect, test } from 'vitest';
import type { LimitStore } from '../../src/limits/port.ts';

let number = 0;

/** What every adapter of the limits port does, with windows so long that a test is within one. */
export function describeLimits(
  adapter: string,
  open: () => Promise<{ store: LimitStore; now: () => number }>,
): void {
  describe(`limits in ${adapter}`, () => {
    let store: LimitStore;
    let now: () => number;
    let subject: string;
    beforeEach(async () => {
      ({ store, now } = await open());
      subject = `ip:${(number += 1)}`;
    });

    const three = { quota: 3, windowSeconds: 86_400 };

    test('allow the quota and count down, then refuse', async () => {
      const taken = [];
      for (let time = 0; time < 5; time += 1) taken.push(await store.take(subject, three));
      expect(taken.map(({ allowed, remaining }) => [allowed, remaining])).toEqual([
        [true, 2],
        [true, 1],
        [true, 0],
        [false, 0],
        [false, 0],
      ]);
    });

    test('count each subject for itself', async () => {
      for (let time = 0; time < 4; time += 1) await store.take(subject, three);
      expect(await store.take(`${subject}0`, three)).toMatchObject({ allowed: true, remaining: 2 });
    });

    test('say when the window ends, which is the same for everybody', async () => {
      const { resetAt } = await store.take(subject, three);
      expect(resetAt).toBeGreaterThan(now());
      expect(resetAt % 86_400_000).toBe(0);
      for (let time = 0; time < 4; time += 1) {
        expect((await store.take(subject, three)).resetAt).toBe(resetAt);
      }
    });

    test('lose no request of many at once', async () => {
      const quota = { quota: 30, windowSeconds: 86_400 };
      const taken = await Promise.all(Array.from({ length: 40 }, () => store.take(subject, quota)));
      expect(taken.filter(({ allowed }) => allowed)).toHaveLength(30);
    });
  });
}
