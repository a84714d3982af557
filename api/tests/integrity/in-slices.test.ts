import { expect, it } from 'vitest';
import { DatabaseError } from '../../src/database/port.ts';
import { inSlices } from '../../src/integrity/in-slices.ts';

const everything = Array.from({ length: 700 }, (_, n) => String(n).padStart(4, '0'));

/** Reads by key as the database does, and notes how much was asked for. */
function reader(fail: (afterId: string, limit: number) => void = () => {}) {
  const limits: number[] = [];
  const read = (afterId: string, limit: number) => {
    limits.push(limit);
    fail(afterId, limit);
    const ids = everything.filter((id) => id > afterId).slice(0, limit);
    return Promise.resolve({ ids, next: ids.length === limit ? (ids.at(-1) ?? null) : null });
  };
  return { limits, read: async (afterId: string, limit: number) => read(afterId, limit) };
}

async function all(read: ReturnType<typeof reader>['read'], signal?: AbortSignal): Promise<string[]> {
  const ids: string[] = [];
  for await (const slice of inSlices(read, { pauseMs: 0, ...(signal && { signal }) })) ids.push(...slice.ids);
  return ids;
}

it('reads everything once, in slices that grow while they are quick', async () => {
  const { read, limits } = reader();
  expect(await all(read)).toEqual(everything);
  expect(limits[0]).toBe(200);
  for (const [n, limit] of limits.slice(1).entries()) expect(limit).toBeLessThanOrEqual(2 * (limits[n] ?? 0));
});

it('takes fewer where the database does not answer in time, and loses none', async () => {
  const slow = new DatabaseError('too slow', { kind: 'unavailable' });
  const { read, limits } = reader((afterId, limit) => {
    if (afterId === '' && limit > 4) throw slow;
  });
  expect(await all(read)).toEqual(everything);
  expect(limits.slice(0, 3)).toEqual([200, 25, 4]);
});

it('gives up where not even one can be read, or the data itself is refused', async () => {
  const away = new DatabaseError('away', { kind: 'unavailable' });
  const refused = new DatabaseError('refused', { kind: 'poison' });
  for (const error of [away, refused]) {
    const { read, limits } = reader(() => {
      throw error;
    });
    await expect(all(read)).rejects.toBe(error);
    expect(limits.at(-1)).toBe(error === away ? 1 : 200);
  }
});

it('begins no further slice once it is to stop', async () => {
  const stop = new AbortController();
  const { read, limits } = reader(() => stop.abort(new Error('stopped')));
  await expect(all(read, stop.signal)).rejects.toThrow('stopped');
  expect(limits).toHaveLength(1);
});
