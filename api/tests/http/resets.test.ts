import { resetSchema, resetsSchema, type Reset } from '@wee5/contract';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { award, everybody, statusesOf, type Who } from '../support/everybody.ts';
import { startIdentityServer, type IdentityServer } from '../support/identity-server.ts';
import { payloadTime } from '../support/test-server.ts';

const DAY_MS = 24 * 60 * 60_000;

let server: IdentityServer;
let everyone: Record<Who, Record<string, string>>;
let community = '';
let now = payloadTime;
let tests = 0;
beforeAll(async () => {
  server = await startIdentityServer({ now: () => now });
});
afterAll(() => server.stop());
beforeEach(async () => {
  const communityId = `biz_reset_${(tests += 1)}`;
  community = `/api/v1/communities/${communityId}`;
  await server.addCommunity(communityId, 'public');
  everyone = await everybody(server, communityId);
  await award(server, communityId, { user_ana: [300], user_ben: [40] });
  now = payloadTime;
});

const post = (path: string, body: object = { reason: 'New season' }, who: Who = 'a server') =>
  server.read<Reset>(`${community}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...everyone[who] },
    body: JSON.stringify(body),
  });
const xpOf = async (userId: string) =>
  (await server.read<{ xp: number }>(`${community}/members/${userId}`)).body.xp;

it('puts everybody’s total to 0, and gives it back', async () => {
  const made = await post('/reset', { reason: 'New season' }, 'the owner');
  expect(made.status).toBe(201);
  expect(made.headers.get('cache-control')).toBe('no-store');
  expect(resetSchema.parse(made.body)).toEqual(made.body);
  expect(made.body).toMatchObject({ userId: null, members: 2, xp: 340, madeBy: 'user_owner' });
  expect([await xpOf('user_ana'), await xpOf('user_ben')]).toEqual([0, 0]);

  const undone = await post(`/resets/${made.body.resetId}/undo`);
  expect(undone).toMatchObject({
    status: 200,
    body: { resetId: made.body.resetId, undoneBy: expect.stringMatching(/^key:/) },
  });
  expect([await xpOf('user_ana'), await xpOf('user_ben')]).toEqual([300, 40]);
});

it('puts one member’s total to 0', async () => {
  expect(await post('/members/user_ana/reset')).toMatchObject({ status: 201, body: { userId: 'user_ana' } });
  expect([await xpOf('user_ana'), await xpOf('user_ben')]).toEqual([0, 40]);
});

it('lists resets, the newest first', async () => {
  const first = await post('/reset');
  now = new Date(now.getTime() + 1000);
  const second = await post('/members/user_ana/reset');
  const { body } = await server.read(`${community}/resets`, { headers: everyone['an admin'] });
  expect(resetsSchema.parse(body)).toEqual({ resets: [second.body, first.body] });
});

it('says which of the reasons keeps it from being undone', async () => {
  const { body } = await post('/reset');
  const undo = () => post(`/resets/${body.resetId}/undo`);
  await undo();
  expect(await undo()).toMatchObject({
    status: 409,
    body: { code: 'not-undoable', detail: expect.stringContaining('undone before') },
  });

  const late = await post('/reset');
  now = new Date(now.getTime() + 30 * DAY_MS);
  expect(await post(`/resets/${late.body.resetId}/undo`)).toMatchObject({
    status: 409,
    body: { code: 'not-undoable', detail: expect.stringContaining('30 days') },
  });
});

it('undoes nothing where a total would leave the safe integers, and names whose', async () => {
  const { body } = await post('/reset');
  const most = Number.MAX_SAFE_INTEGER;
  await server.pglite.query(
    `update users set xp = $1, peak_xp = $1 where id = 'user_ana' and community_id = $2`,
    [most - 299, community.split('/').at(-1)],
  );
  expect(await post(`/resets/${body.resetId}/undo`)).toMatchObject({
    status: 409,
    body: { code: 'not-undoable', detail: expect.stringMatching(/user_ana .* 9007199254740991/) },
  });
  expect(await xpOf('user_ben')).toBe(0);
});

it('is the owner’s and the server’s, not every admin’s', async () => {
  const { body } = await post('/reset');
  const init = { method: 'POST', body: JSON.stringify({ reason: 'x' }) };
  const onlyOwner = { nobody: 401, 'a page': 403, 'a member': 403, 'an admin': 403 };
  for (const path of ['/reset', '/members/user_ana/reset']) {
    expect(await statusesOf(server, everyone, community + path, init)).toEqual({
      ...onlyOwner,
      'the owner': 201,
      'a server': 201,
    });
  }
  const undo = await statusesOf(server, everyone, `${community}/resets/${body.resetId}/undo`, init);
  expect(undo).toMatchObject(onlyOwner);
  expect(new Set([undo['the owner'], undo['a server']])).toEqual(new Set([200, 409]));
  expect(await statusesOf(server, everyone, `${community}/resets`)).toEqual({
    ...onlyOwner,
    'an admin': 200,
    'the owner': 200,
    'a server': 200,
  });
});

it.each([{}, { reason: '' }, { reason: ' ' }, { reason: 'x'.repeat(201) }, { reason: 'x', force: true }])(
  'refuses %j',
  async (wanted) => {
    expect(await post('/reset', wanted)).toMatchObject({ status: 400, body: { code: 'validation-failed' } });
    expect(await xpOf('user_ana')).toBe(300);
  },
);

it('knows neither a member who does not exist nor a reset that nobody made', async () => {
  expect(await post('/members/user_x/reset')).toMatchObject({
    status: 404,
    body: { code: 'unknown-member' },
  });
  expect(await post('/resets/none/undo')).toMatchObject({ status: 404, body: { code: 'unknown-reset' } });
});
