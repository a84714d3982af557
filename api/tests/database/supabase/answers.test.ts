import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { DatabaseError } from '../../../src/database/port.ts';
import { reset, result, says, scripted, silence, truncated, type Say } from './scripted-server.ts';

/** A function that is never called twice, so that the first answer is the one that counts. */
const fn = 'create_reward';
const pg = (code: string, message = 'from postgres') => ({
  code,
  message,
  details: 'a secret-row',
  hint: null,
});

test.each([
  ['an object', '{"a":1}', { a: 1 }],
  ['a list', '[]', []],
  ['a string', '"x"', 'x'],
  ['a number', '9007199254740991', 9007199254740991],
  ['false', 'false', false],
  ['null', 'null', null],
])('200 with %s is that result', async (_, body, value) => {
  const { database } = await scripted([says(200, body)]);
  expect(await database.call(fn, {})).toEqual(value);
});

const key = 'SUPABASE_SECRET_KEY';
const migrations = 'apply the migrations';

/** Every answer that is no result: what it is to the caller, and what the error says. */
const refusals: [what: string, say: Say, kind: string, sqlState: string | undefined, message: string][] = [
  ['W5001', says(400, pg('W5001')), 'stale-configuration', 'W5001', 'from postgres'],
  ['22P02', says(400, pg('22P02')), 'poison', '22P02', 'from postgres'],
  ['22003', says(400, pg('22003')), 'poison', '22003', 'from postgres'],
  ['23505', says(409, pg('23505')), 'poison', '23505', 'from postgres'],
  ['23514', says(400, pg('23514')), 'poison', '23514', 'from postgres'],
  ['40001', says(500, pg('40001')), 'conflict', '40001', 'from postgres'],
  ['40P01', says(500, pg('40P01')), 'conflict', '40P01', 'from postgres'],
  ['42501', says(403, pg('42501')), 'unavailable', '42501', key],
  ['42883', says(404, pg('42883')), 'unavailable', '42883', 'from postgres'],
  ['53300', says(503, pg('53300')), 'unavailable', '53300', 'from postgres'],
  ['57014', says(500, pg('57014')), 'unavailable', '57014', 'from postgres'],
  ['57P01', says(503, pg('57P01')), 'unavailable', '57P01', 'from postgres'],
  ['P0001', says(400, pg('P0001')), 'unavailable', 'P0001', 'from postgres'],
  ['PGRST000', says(503, pg('PGRST000')), 'unavailable', undefined, 'PGRST000'],
  ['PGRST003', says(504, pg('PGRST003')), 'unavailable', undefined, 'PGRST003'],
  ['PGRST102', says(400, pg('PGRST102')), 'poison', '22P02', 'from postgres'],
  ['PGRST106', says(406, pg('PGRST106')), 'unavailable', undefined, 'exposed schemas'],
  ['PGRST125', says(404, pg('PGRST125')), 'unavailable', undefined, 'correct SUPABASE_URL'],
  ['PGRST202', says(404, pg('PGRST202')), 'unavailable', '42883', migrations],
  ['PGRST203', says(300, pg('PGRST203')), 'unavailable', undefined, 'PGRST203'],
  ['PGRST301', says(401, pg('PGRST301')), 'unavailable', undefined, `${key} is not accepted (PGRST301)`],
  ['PGRST303', says(401, pg('PGRST303')), 'unavailable', undefined, `${key} is not accepted (PGRST303)`],
  ['200 without a body', says(200), 'unavailable', undefined, migrations],
  ['200 with a page', says(200, '<html>secret-page</html>'), 'unavailable', undefined, 'no JSON'],
  ['201 with a result', says(201, '{"a":1}'), 'unavailable', undefined, migrations],
  ['204', says(204), 'unavailable', undefined, migrations],
  [
    '301',
    says(301, '', { location: 'http://127.0.0.1:9/' }),
    'unavailable',
    undefined,
    'correct SUPABASE_URL',
  ],
  ['401 of the gateway', says(401, { message: 'Invalid API key' }), 'unavailable', undefined, key],
  ['403 with a page', says(403, '<html>secret-page</html>'), 'unavailable', undefined, key],
  ['404 without a body', says(404), 'unavailable', undefined, 'correct SUPABASE_URL'],
  ['404 with a list', says(404, '[]'), 'unavailable', undefined, 'correct SUPABASE_URL'],
  ['413', says(413, '<html>secret-page</html>'), 'unavailable', undefined, '413'],
  ['429', says(429, '', { 'retry-after': '1' }), 'unavailable', undefined, '429'],
  ['500 without a body', says(500), 'unavailable', undefined, '500'],
  ['502 with a page', says(502, '<html>secret-page</html>'), 'unavailable', undefined, '502'],
  ['503 without a body', says(503), 'unavailable', undefined, '503'],
  [
    '504 with JSON of somebody else',
    says(504, { code: 504, message: 'secret-page' }),
    'unavailable',
    undefined,
    '504',
  ],
  ['540', says(540), 'unavailable', undefined, 'paused'],
  ['a reset', reset, 'unavailable', undefined, 'cannot be reached'],
  ['half a body', truncated, 'unavailable', undefined, 'cannot be reached'],
  ['silence', silence, 'unavailable', undefined, 'did not answer in time'],
];

describe('what comes instead of a result is told by its code:', () => {
  test.each(refusals)('%s', async (_, say, kind, sqlState, message) => {
    const { database, requests } = await scripted([say], { callTimeoutMs: 300 });
    const error = await database.call(fn, { reward: 'secret-argument' }).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(DatabaseError);
    expect(error).toMatchObject({ kind, sqlState, message: expect.stringContaining(message) as string });
    expect(inspect(error, { depth: 10, showHidden: true })).not.toMatch(
      /sb_secret_of|secret-(page|argument|row)/,
    );
    expect(requests).toHaveLength(1);
  });

  test('nobody there', async () => {
    const nobody = createServer().listen(0, '127.0.0.1');
    await once(nobody, 'listening');
    const host = `127.0.0.1:${(nobody.address() as AddressInfo).port}`;
    await new Promise((resolve) => nobody.close(resolve));
    const { database } = await scripted([result(null)], { url: `http://${host}` });
    await expect(database.call(fn, {})).rejects.toMatchObject({
      kind: 'unavailable',
      message: `${host} cannot be reached: ECONNREFUSED.`,
    });
  });

  test('a key that is no header', async () => {
    const { database } = await scripted([result(null)], { secretKey: 'sb_secret_of\nthe tests' });
    const error = await database.call(fn, {}).catch((e: unknown) => e);
    expect(error).toMatchObject({ kind: 'unavailable', message: expect.stringContaining(key) as string });
    expect(inspect(error, { depth: 10, showHidden: true })).not.toContain('sb_secret_of');
  });

  test('no place within the time of the call', async () => {
    const { database, requests } = await scripted([silence], { callTimeoutMs: 300, callsAtOnce: 1 });
    const calls = [database.call(fn, {}), database.call(fn, {})].map((call) => call.catch((e: unknown) => e));
    for (const error of await Promise.all(calls)) expect(error).toMatchObject({ kind: 'unavailable' });
    expect(requests).toHaveLength(1);
    const third = await database.call(fn, {}).catch((e: unknown) => e);
    expect(third).toMatchObject({ message: expect.stringContaining('did not answer in time') as string });
  });
});
