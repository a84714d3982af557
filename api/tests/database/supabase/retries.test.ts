import { expect, test } from 'vitest';
import { DatabaseError } from '../../../src/database/port.ts';
import { reset, result, says, scripted, silence, truncated } from './scripted-server.ts';

const unavailable = { kind: 'unavailable' };
const broken = says(503, { code: '53300', message: 'too many connections' });

test.each([
  ['a reset', reset],
  ['half a body', truncated],
  ['502', says(502, '<html></html>')],
  ['503', broken],
  ['504', says(504)],
])('a read is tried once more after %s', async (_, say) => {
  const { database, requests } = await scripted([say, result(7)]);
  expect(await database.call('get_community', { community_id: 'biz_1' })).toBe(7);
  expect(requests).toHaveLength(2);
  expect(requests[1]).toEqual(requests[0]);
});

test.each([
  'award_xp',
  'ensure_communities',
  'quarantine_event',
  'touch_members',
  'exclude_member',
  'update_me',
  'find_api_key',
  'list_api_keys',
])('%s may run twice', async (fn) => {
  const { database } = await scripted([reset, result('done')]);
  expect(await database.call(fn, {})).toBe('done');
});

test.each(['create_reward', 'claim_reward', 'adjust_xp', 'create_api_key', 'something_new', 'forget_member'])(
  '%s is never called twice',
  async (fn) => {
    const { database, requests } = await scripted([reset, result('done')]);
    await expect(database.call(fn, {})).rejects.toMatchObject(unavailable);
    expect(requests).toHaveLength(1);
  },
);

test('there is no third attempt', async () => {
  const { database, requests } = await scripted([broken]);
  await expect(database.call('get_community', {})).rejects.toMatchObject({ sqlState: '53300' });
  expect(requests).toHaveLength(2);
});

test.each([
  ['what the data is refused for', says(400, { code: '23514', message: 'no' })],
  ['a conflict', says(500, { code: '40P01', message: 'deadlock' })],
  ['500', says(500)],
  ['429', says(429)],
  ['a key that is not accepted', says(401)],
])('nothing is tried again after %s', async (_, say) => {
  const { database, requests } = await scripted([say, result('done')]);
  await expect(database.call('get_community', {})).rejects.toBeInstanceOf(DatabaseError);
  expect(requests).toHaveLength(1);
});

test('a silence has taken all the time there is', async () => {
  const { database, requests } = await scripted([silence, result('done')], { callTimeoutMs: 300 });
  const start = performance.now();
  await expect(database.call('get_community', {})).rejects.toMatchObject(unavailable);
  expect(performance.now() - start).toBeLessThan(1500);
  expect(requests).toHaveLength(1);
});

test('a wait that was asked for is kept', async () => {
  const { database } = await scripted([says(503, '', { 'retry-after': '1' }), result('done')], {
    callTimeoutMs: 3000,
  });
  const start = performance.now();
  expect(await database.call('get_community', {})).toBe('done');
  expect(performance.now() - start).toBeGreaterThanOrEqual(990);
});

test.each(['2', new Date(Date.now() + 60_000).toUTCString()])(
  'a wait until %s does not fit, and the first answer is told at once',
  async (retryAfter) => {
    const { database, requests } = await scripted([
      says(503, '', { 'retry-after': retryAfter }),
      result('done'),
    ]);
    await expect(database.call('get_community', {})).rejects.toMatchObject(unavailable);
    expect(requests).toHaveLength(1);
  },
);
