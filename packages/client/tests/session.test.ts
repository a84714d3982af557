import type { IncomingMessage, ServerResponse } from 'node:http';
import { beforeEach, expect, it } from 'vitest';
import { createClient, createSession, HttpError, ProtocolError, sessionTokens } from '../src/index.ts';
import { startHttpServer } from './support/http-server.ts';
import { World } from './support/world.ts';

const HOUR_MS = 3_600_000;

let world: World;
/** Every session that was begun: what it was asked with. */
let begun: { body: string; headers: IncomingMessage['headers'] }[];
let apiUrl: string;
beforeEach(async () => {
  world = new World();
  begun = [];
  const server = await startHttpServer((request, response) => void answer(request, response));
  apiUrl = server.url;
});

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { headers } = request;
  if (request.url !== '/api/v1/sessions') {
    // The newest token alone is good.
    response.statusCode = headers.authorization === `Bearer token_${begun.length}` ? 200 : 401;
    return void response.end(JSON.stringify({ rewards: [], version: 1 }));
  }
  const body = (await request.toArray()).join('');
  begun.push({ body, headers });
  response.statusCode = body.includes('exp_unknown') ? 404 : 200;
  if (response.statusCode === 404) response.setHeader('Content-Type', 'application/problem+json');
  response.end(JSON.stringify(body.includes('exp_unknown') ? { code: 'unknown-experience' } : session()));
}

function session() {
  return {
    token: `token_${begun.length}`,
    expiresAt: new Date(world.now() + HOUR_MS).toISOString(),
    communityId: 'biz_1',
    member: { userId: 'ana' },
    access: 'member',
    live: { transport: 'sse', url: '/live' },
  };
}

it('begins a session for the reader whom Whop names, by experience or by community', async () => {
  const { token, communityId, access } = await createSession({ apiUrl: `${apiUrl}/`, experienceId: 'exp_1' });
  expect([token, communityId, access]).toEqual(['token_1', 'biz_1', 'member']);
  await createSession({ apiUrl, communityId: 'biz_1' });
  expect(begun.map(({ body }) => body)).toEqual(['{"experienceId":"exp_1"}', '{"communityId":"biz_1"}']);
  expect(begun[0]?.headers).toMatchObject({ 'content-type': 'application/json', accept: 'application/json' });
  expect(begun[0]?.headers.authorization).toBeUndefined();
});

it('begins a session for the member whom a server names, with its key in a header', async () => {
  await createSession({ apiUrl, key: 'sk_1', userId: 'user_1' });
  expect(begun[0]).toMatchObject({ body: '{"userId":"user_1"}', headers: { authorization: 'Bearer sk_1' } });
});

it('rejects as every other request does', async () => {
  const refused: unknown = await createSession({ apiUrl, experienceId: 'exp_unknown' }).catch(
    (e: unknown) => e,
  );
  expect(refused).toBeInstanceOf(HttpError);
  expect(refused).toMatchObject({ status: 404, code: 'unknown-experience' });
  const html = () => Promise.resolve(Response.json({ hello: 'world' }));
  await expect(createSession({ apiUrl, experienceId: 'e', fetch: html })).rejects.toBeInstanceOf(
    ProtocolError,
  );
  const reason = new Error('The reader left.');
  const signal = AbortSignal.abort(reason);
  await expect(createSession({ apiUrl, experienceId: 'exp_1', signal })).rejects.toBe(reason);
  await expect(createSession({ apiUrl: 'nowhere', experienceId: 'exp_1' })).rejects.toThrow(TypeError);
});

it('shares one session among all who ask, until a minute and a half before its end', async () => {
  const getToken = sessionTokens({ apiUrl, experienceId: 'exp_1' }, world);
  expect(await Promise.all([getToken(), getToken(), getToken()])).toEqual(['token_1', 'token_1', 'token_1']);
  await world.pass(HOUR_MS - 91_000);
  expect(await getToken()).toBe('token_1');
  await world.pass(2000);
  expect(await Promise.all([getToken(), getToken()])).toEqual(['token_2', 'token_2']);
  expect(begun).toHaveLength(2);
});

it('begins another session for whoever has no use for its token', async () => {
  const getToken = sessionTokens({ apiUrl, experienceId: 'exp_1' }, world);
  const client = createClient({ apiUrl, communityId: 'biz_1', getToken });
  await client.getRewards();
  await createSession({ apiUrl, experienceId: 'exp_1' });
  await Promise.all([client.getRewards(), client.getRewards()]);
  expect(await getToken('token_1')).toBe('token_3');
  expect(begun).toHaveLength(3);
});

it('asks again after a session that could not be had', async () => {
  let isDown = true;
  const shaky: typeof fetch = (...request) =>
    isDown ? Promise.reject(new TypeError('fetch failed')) : fetch(...request);
  const getToken = sessionTokens({ apiUrl, experienceId: 'exp_1', fetch: shaky }, world);
  await expect(getToken()).rejects.toMatchObject({ name: 'NetworkError' });
  isDown = false;
  expect(await getToken()).toBe('token_1');
});
