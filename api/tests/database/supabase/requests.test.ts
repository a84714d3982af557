import { expect, test } from 'vitest';
import { openDatabase } from '../../../src/database/open.ts';
import { result, scripted, type Recorded } from './scripted-server.ts';

test('a call is one POST of its arguments to the function’s address, with the key as apikey alone', async () => {
  const { database, requests } = await scripted([result({ answered: 42 })]);
  const args = { text: 'ü "quoted"', number: 7, nothing: null, list: [1, { a: 'b' }], left_out: undefined };
  expect(await database.call('get_rank_card', args)).toEqual({ answered: 42 });
  expect(requests).toHaveLength(1);
  const { headers, ...request } = requests[0] as Recorded;
  expect(request).toEqual({
    method: 'POST',
    path: '/rest/v1/rpc/get_rank_card',
    body: '{"text":"ü \\"quoted\\"","number":7,"nothing":null,"list":[1,{"a":"b"}]}',
  });
  const { host: _, 'content-length': length, 'x-client-info': client, ...rest } = headers;
  expect(length).toBe(String(Buffer.byteLength(requests[0]?.body ?? '')));
  expect(client).toMatch(/^supabase-js\/2\./);
  expect(rest).toEqual({
    apikey: 'sb_secret_of_the_tests',
    'content-type': 'application/json',
    'content-profile': 'public',
    accept: '*/*',
    'accept-encoding': 'gzip, deflate',
    'accept-language': '*',
    'sec-fetch-mode': 'cors',
    'user-agent': 'node',
    connection: 'keep-alive',
  });
});

test('a legacy key is a token, and is shown as one', async () => {
  const { database, requests } = await scripted([result(null)], {
    secretKey: 'eyJhbGciOi.eyJyb2xlIjoi.c2lnbmF0',
  });
  await database.call('get_schema_version', {});
  expect(requests[0]?.body).toBe('{}');
  expect(requests[0]?.headers).toMatchObject({
    apikey: 'eyJhbGciOi.eyJyb2xlIjoi.c2lnbmF0',
    authorization: 'Bearer eyJhbGciOi.eyJyb2xlIjoi.c2lnbmF0',
  });
});

test.each([1, 3])('not more than %d calls at once, where there may be no more', async (callsAtOnce) => {
  let open = 0;
  let most = 0;
  const slow = (response: Parameters<ReturnType<typeof result>>[0]): void => {
    most = Math.max(most, (open += 1));
    setTimeout(() => {
      open -= 1;
      result(null)(response);
    }, 5);
  };
  const { database, requests } = await scripted([slow], { callsAtOnce });
  await Promise.all(Array.from({ length: 12 }, (_, i) => database.call('get_community', { i })));
  expect(most).toBe(callsAtOnce);
  const order = requests.map(({ body }) => body);
  expect(order.toSorted()).toEqual(Array.from({ length: 12 }, (_, i) => `{"i":${i}}`).toSorted());
  // One at a time, they go in the order in which they came.
  if (callsAtOnce === 1) expect(order[11]).toBe('{"i":11}');
});

test('a call that says so may take longer than the others', async () => {
  const late = (response: Parameters<ReturnType<typeof result>>[0]): void =>
    void setTimeout(() => result('at last')(response), 600);
  const { database } = await scripted([late], { callTimeoutMs: 200 });
  await expect(database.call('make_reset', {})).rejects.toMatchObject({ kind: 'unavailable' });
  expect(await database.call('make_reset', {}, { patienceMs: 20_000 })).toBe('at last');
});

test('its name says where it is, without the key', async () => {
  const { database } = await scripted([result(null)]);
  expect(database.name).toMatch(/^supabase at 127\.0\.0\.1:\d+$/);
});

test('plain Postgres is used where both are configured', async () => {
  const opened = openDatabase({
    databaseUrl: 'postgres://me@127.0.0.1:1/x',
    supabase: { url: 'http://127.0.0.1:2', secretKey: 'sb_secret_x' },
    dataDir: '/nowhere',
  });
  await expect(opened).rejects.toThrow('ECONNREFUSED 127.0.0.1:1');
});
