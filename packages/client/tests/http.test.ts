import { expect, it, vi } from 'vitest';
import {
  createClient,
  HttpError,
  NetworkError,
  ProtocolError,
  TimeoutError,
  TokenError,
  Wee5Error,
} from '../src/index.ts';
import { startHttpServer } from './support/http-server.ts';
import { json, ScriptedApi } from './support/scripted-api.ts';
import { World } from './support/world.ts';

const communityId = 'biz_1';
const rewards = JSON.stringify({ rewards: [], version: 1 });
const failure = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  );

it('asks for what it is told to, encoded', async () => {
  const api = new ScriptedApi();
  const client = createClient({ apiUrl: 'https://api.example.com/', communityId, fetch: api.fetch });
  api.read = () => null;
  await failure(client.getCommunity());
  await failure(client.getLeaderboard());
  await failure(client.getLeaderboard({ window: 'all', limit: 10, around: 'a/b&c' }));
  await failure(client.getRankCard('user/1?'));
  await failure(client.getMyCard());
  await failure(client.getRewards());
  expect(api.requests.map(({ path }) => path)).toEqual([
    '',
    '/leaderboard',
    '/leaderboard?window=all&limit=10&around=a%2Fb%26c',
    '/members/user%2F1%3F',
    '/members/me',
    '/rewards',
  ]);
});

it('sends what a member decides, as JSON where there is something to say', async () => {
  const api = new ScriptedApi();
  const client = createClient({ apiUrl: 'https://x', communityId, token: 'ey.1', fetch: api.fetch });
  const reward = { rewardId: 'r/1', state: 'claimed' };
  api.read = (path) => json(path.startsWith('/rewards') ? reward : api.body('/members/ana'));
  expect(await client.claimReward('r/1')).toEqual(reward);
  expect(await client.updateMe({ visibility: 'hidden', pseudonym: null })).toMatchObject({ userId: 'ana' });
  const sent = api.requests.map(({ method, path, body, headers }) => [
    `${method} ${path}`,
    body,
    headers.get('content-type'),
    headers.get('authorization'),
  ]);
  expect(sent).toEqual([
    ['POST /rewards/r%2F1/claim', undefined, null, 'Bearer ey.1'],
    ['PATCH /members/me', '{"visibility":"hidden","pseudonym":null}', 'application/json', 'Bearer ey.1'],
  ]);
});

it('takes nothing for a reward or a card that is none', async () => {
  const api = new ScriptedApi();
  const client = createClient({ apiUrl: 'https://x', communityId, fetch: api.fetch });
  for (const answer of [null, [], {}, { rewardId: 'r' }, { rewardId: 1, state: 'claimed' }, { version: 1 }]) {
    api.read = () => json(answer);
    expect(await failure(client.claimReward('r'))).toBeInstanceOf(ProtocolError);
    expect(await failure(client.updateMe({ announcements: true }))).toBeInstanceOf(ProtocolError);
  }
});

it('keeps a path of the address, and takes no address that is none', () => {
  expect(createClient({ apiUrl: 'https://example.com/wee5/', communityId }).apiUrl).toBe(
    'https://example.com/wee5',
  );
  for (const apiUrl of ['', 'api.example.com', 'ftp://example.com', 'javascript:alert(1)']) {
    expect(() => createClient({ apiUrl, communityId })).toThrow(TypeError);
  }
});

it('sends token and key in headers, and neither in the address', async () => {
  const { url, requests } = await startHttpServer((_request, response) => response.end(rewards));
  const client = createClient({ apiUrl: url, communityId, token: 'ey.1', key: 'pk_1' });
  await client.getRewards();
  expect(requests[0]).toMatchObject({
    url: '/api/v1/communities/biz_1/rewards',
    headers: { authorization: 'Bearer ey.1', 'x-wee5-key': 'pk_1', accept: 'application/json' },
  });
});

it('asks for a token once, and once more when the API does not take it any longer', async () => {
  let valid = 'ey.1';
  const { url, requests } = await startHttpServer((request, response) => {
    response.statusCode = request.headers.authorization === `Bearer ${valid}` ? 200 : 401;
    response.end(rewards);
  });
  const getToken = vi.fn(async () => valid);
  const client = createClient({ apiUrl: url, communityId, getToken });
  await Promise.all([client.getRewards(), client.getRewards()]);
  await client.getRewards();
  expect(getToken).toHaveBeenCalledTimes(1);

  valid = 'ey.2';
  await Promise.all([client.getRewards(), client.getRewards(), client.getRewards()]);
  expect(getToken).toHaveBeenCalledTimes(2);

  valid = 'nobody has this one';
  getToken.mockImplementation(async () => 'ey.3');
  const before = requests.length;
  expect(await failure(client.getRewards())).toMatchObject({ status: 401 });
  expect(requests.length - before).toBe(2);
});

it('uses the token it was given first, and asks when that has run out', async () => {
  const { url, requests } = await startHttpServer((request, response) => {
    response.statusCode = request.headers.authorization === 'Bearer new' ? 200 : 401;
    response.end(rewards);
  });
  await createClient({ apiUrl: url, communityId, token: 'old', getToken: async () => 'new' }).getRewards();
  expect(requests.map(({ headers }) => headers.authorization)).toEqual(['Bearer old', 'Bearer new']);
});

it('says that the page’s own getToken failed, and asks again the next time', async () => {
  const cause = new Error('logged out');
  const getToken = vi.fn(async (): Promise<string> => Promise.reject(cause));
  const api = new ScriptedApi();
  const client = createClient({ apiUrl: 'https://x', communityId, getToken, fetch: api.fetch });
  const error = await failure(client.getRewards());
  expect(error).toBeInstanceOf(TokenError);
  expect(error).toMatchObject({ cause });
  getToken.mockResolvedValue('');
  expect(await failure(client.getRewards())).toBeInstanceOf(TokenError);
  getToken.mockResolvedValue('ey');
  expect(await client.getRewards()).toMatchObject({ rewards: [] });
});

it('turns a problem document into an error that has all of it', async () => {
  const { url } = await startHttpServer((_request, response) => {
    response.writeHead(503, { 'Content-Type': 'application/problem+json', 'Retry-After': '5' });
    const errors = [{ path: 'limit', message: 'too large' }];
    response.end(
      JSON.stringify({
        type: 't',
        title: 'T',
        status: 503,
        code: 'storage-unavailable',
        detail: 'D',
        requestId: 'r',
        errors,
      }),
    );
  });
  const error = await failure(createClient({ apiUrl: url, communityId }).getRewards());
  expect(error).toBeInstanceOf(HttpError);
  expect(error).toBeInstanceOf(Wee5Error);
  expect(error).toMatchObject({
    name: 'HttpError',
    message: 'D',
    status: 503,
    code: 'storage-unavailable',
    requestId: 'r',
    retryAfter: 5,
    errors: [{ path: 'limit', message: 'too large' }],
  });
});

it.each([
  ['a page of a proxy', { 'Content-Type': 'text/html' }, '<h1>Bad gateway</h1>'],
  ['a problem that is cut off', { 'Content-Type': 'application/problem+json' }, '{"code":'],
])('makes do with the status of %s', async (_what, headers, body) => {
  const { url } = await startHttpServer((_request, response) => response.writeHead(502, headers).end(body));
  const error = await failure(createClient({ apiUrl: url, communityId }).getRewards());
  expect(error).toMatchObject({
    status: 502,
    code: 'unknown',
    requestId: null,
    retryAfter: null,
    errors: [],
  });
});

it.each([
  ['Wed, 21 Oct 2015 07:28:00 GMT', 0],
  ['120', 120],
  ['soon', null],
])('reads Retry-After: %s', async (header, retryAfter) => {
  const { url } = await startHttpServer((_request, response) =>
    response.writeHead(429, { 'Retry-After': header }).end(),
  );
  expect(await failure(createClient({ apiUrl: url, communityId }).getRewards())).toMatchObject({
    retryAfter,
  });
});

it.each([
  '<html>',
  'null',
  '[]',
  '{}',
  '{"rewards":[]}',
  '{"rewards":[],"version":-1}',
  '{"rewards":{},"version":1}',
  '{"rewards":[null],"version":1}',
])('does not take %s for an answer', async (body) => {
  const { url } = await startHttpServer((_request, response) => response.end(body));
  expect(await failure(createClient({ apiUrl: url, communityId }).getRewards())).toBeInstanceOf(
    ProtocolError,
  );
});

it('says when nothing answers', async () => {
  const error = await failure(createClient({ apiUrl: 'http://127.0.0.1:1', communityId }).getRewards());
  expect(error).toBeInstanceOf(NetworkError);
  expect((error as NetworkError).cause).toBeInstanceOf(TypeError);
});

it('says when an answer is cut in the middle', async () => {
  const { url } = await startHttpServer((_request, response) => {
    response.writeHead(200, { 'Content-Length': '1000' });
    response.write('{"rewards":');
    setTimeout(() => response.destroy(), 20);
  });
  expect(await failure(createClient({ apiUrl: url, communityId }).getRewards())).toBeInstanceOf(NetworkError);
});

it.each(['before the answer', 'in the middle of it'])('gives up after ten seconds, %s', async (when) => {
  const { url, requests } = await startHttpServer((_request, response) => {
    if (when === 'in the middle of it') response.write('{"rewards":');
  });
  const world = new World();
  const failed = failure(createClient({ apiUrl: url, communityId }, world).getRewards());
  await expect.poll(() => requests.length).toBe(1);
  await world.pass(9_999);
  expect(await Promise.race([failed, Promise.resolve('nothing yet')])).toBe('nothing yet');
  await world.pass(1);
  expect(await failed).toBeInstanceOf(TimeoutError);
  expect(world.leftovers).toBe(0);
});

it('gives up in time on a getToken and a fetch that never answer', async () => {
  const never = (): Promise<never> => new Promise(() => undefined);
  for (const options of [{ getToken: never }, { fetch: never }]) {
    const world = new World();
    const failed = failure(
      createClient({ apiUrl: 'https://x', communityId, ...options }, world).getRewards(),
    );
    await world.pass(10_000);
    expect(await failed).toBeInstanceOf(TimeoutError);
  }
});

it('rejects with the reason of the signal that aborted it, before or during the request', async () => {
  const { url, requests } = await startHttpServer(() => undefined);
  const client = createClient({ apiUrl: url, communityId });
  const reason = new Error('the page is gone');
  expect(await failure(client.getRewards({ signal: AbortSignal.abort(reason) }))).toBe(reason);
  const controller = new AbortController();
  const failed = failure(client.getLeaderboard({ signal: controller.signal }));
  await expect.poll(() => requests.length).toBe(1);
  controller.abort(reason);
  expect(await failed).toBe(reason);
  expect(requests[0]?.url).toMatch(/leaderboard$/);
});
