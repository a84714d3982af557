import type { Community, Leaderboard, RankCard, Rewards } from '@wee5/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changed } from '../support/fixtures.ts';
import { startIdentityServer, type IdentityServer } from '../support/identity-server.ts';

const communityId = 'biz_1';
const path = `/api/v1/communities/${communityId}`;
const supabase = {
  SUPABASE_URL: 'https://abcdefgh.supabase.co',
  SUPABASE_SECRET_KEY: 'sb_secret_1',
  SUPABASE_PUBLISHABLE_KEY: 'sb_publishable_1',
};

let server: IdentityServer;
let member: Record<string, string>;
beforeAll(async () => {
  server = await startIdentityServer({ environment: supabase });
  await server.addCommunity(communityId, 'public');
  for (const userId of ['user_1', 'user_2', 'user_shy', 'user_hidden']) {
    const event = { company_id: communityId, 'data.message.id': userId, 'data.message.user.id': userId };
    await server.deliver(changed('chat-message', event));
  }
  await server.pglite.exec(`
    update users set visibility = 'members' where id = 'user_shy';
    update users set visibility = 'hidden' where id = 'user_hidden';
    update users set pseudonym = 'The fox', public_id = 'anon_fox' where id = 'user_2';`);
  member = await server.member({ communityId, userId: 'user_1' });
});
afterAll(() => server.stop());

const as = (userId: string, access: 'member' | 'admin' = 'member') =>
  server.member({ communityId, userId, access });
const board = async (headers: Record<string, string>, query = '') =>
  server.read<Leaderboard>(`${path}/leaderboard${query}`, { headers });
const shown = ({ body }: { body: Leaderboard }) => body.entries.map(({ userId }) => userId).sort();

describe('a leaderboard', () => {
  it('shows to each who they may see', async () => {
    const { key } = await server.addKey(communityId, 'secret');
    expect(shown(await board({}))).toEqual(['anon_fox', 'user_1']);
    expect(shown(await board(member))).toEqual(['user_1', 'user_2', 'user_shy']);
    const all = ['user_1', 'user_2', 'user_hidden', 'user_shy'];
    expect(shown(await board(await as('user_1', 'admin')))).toEqual(all);
    expect(shown(await board({ authorization: `Bearer ${key}` }))).toEqual(all);
  });

  it('tells a member their own place, and nobody else one', async () => {
    expect((await board(member)).body.me).toMatchObject({ userId: 'user_1', xp: 15 });
    expect((await board(await as('user_hidden'))).body.me).toMatchObject({ userId: 'user_hidden', xp: 15 });
    expect((await board(await as('user_new'))).body.me).toBeNull();
    expect((await board({})).body.me).toBeNull();
  });

  it('opens around oneself, and at the top for whoever has no place there', async () => {
    const { body } = await board(await as('user_2'), '?around=me&limit=1');
    expect(body.entries).toMatchObject([{ userId: 'user_2' }]);
    for (const userId of ['user_new', 'user_hidden']) {
      const top = await board(await as(userId), '?around=me&limit=1');
      expect(top).toMatchObject({ status: 200, body: { entries: [{ userId: 'user_1' }] } });
    }
    const unknown = await board(member, '?around=user_new');
    expect(unknown).toMatchObject({ status: 404, body: { code: 'unknown-member' } });
  });

  it('shows a pseudonym to the public, and the name to members', async () => {
    const { body } = await board({});
    expect(body.entries).toContainEqual(
      expect.objectContaining({ userId: 'anon_fox', displayName: 'The fox' }),
    );
    const known = expect.objectContaining({ userId: 'user_2', publicId: 'anon_fox' });
    expect((await board(member)).body.entries).toContainEqual(known);
    expect(JSON.stringify(await board(member))).not.toContain('The fox');
  });
});

describe('a card', () => {
  const card = (userId: string, headers: Record<string, string>) =>
    server.read<RankCard>(`${path}/members/${userId}`, { headers });

  it('is one’s own under `me`, also where nobody else may see it or there is no XP', async () => {
    expect((await card('me', member)).body).toEqual((await card('user_1', member)).body);
    expect(await card('me', await as('user_hidden'))).toMatchObject({ status: 200, body: { xp: 15 } });
    expect(await card('user_hidden', member)).toMatchObject({
      status: 404,
      body: { code: 'unknown-member' },
    });
    const fresh = { status: 200, body: { userId: 'user_new', xp: 0, level: 0, rank: null } };
    expect(await card('me', await as('user_new'))).toMatchObject(fresh);
    expect(await card('user_new', member)).toMatchObject({ status: 404 });
  });

  it('of a member who is shown to members is there for members alone', async () => {
    expect((await card('user_shy', member)).status).toBe(200);
    expect((await card('user_shy', {})).status).toBe(404);
    expect((await card('user_hidden', await as('user_1', 'admin'))).status).toBe(200);
  });
});

it('shows a member how far each reward has come, and nobody else', async () => {
  await server.context.functions.createReward({
    communityId,
    levelRequirement: 5,
    type: 'badge',
    name: 'Five',
  });
  const states = async (headers: Record<string, string>) =>
    (await server.read<Rewards>(`${path}/rewards`, { headers })).body.rewards.map(({ state }) => state);
  expect(await states(member)).toEqual(['locked']);
  expect(await states({})).toEqual([null]);
  const { key } = await server.addKey(communityId, 'secret');
  expect(await states({ authorization: `Bearer ${key}` })).toEqual([null]);
});

it('sends holders of a member token to Supabase, with their topics, and everybody else to its own stream', async () => {
  const live = async (headers: Record<string, string>) =>
    (await server.read<Community>(path, { headers })).body.live;
  const topics = [`community:${communityId}`, `member:${communityId}:user_1`];
  const { SUPABASE_URL: url, SUPABASE_PUBLISHABLE_KEY: publishableKey } = supabase;
  expect(await live(member)).toEqual({ transport: 'supabase', url, publishableKey, topics });
  server.whop.access.set(`user_1@${communityId}`, 'customer');
  const { key } = await server.addKey(communityId, 'secret');
  for (const headers of [{}, await server.insideWhop('user_1'), { authorization: `Bearer ${key}` }]) {
    expect(await live(headers)).toEqual({ transport: 'sse', url: `${path}/live` });
  }
});

it('lets a shared cache keep what anybody may read, and nothing else', async () => {
  const { key } = await server.addKey(communityId, 'secret');
  const kept = async (headers: Record<string, string>) => {
    const answer = await board(headers);
    expect(answer.headers.get('vary')).toBe('Authorization, X-Wee5-Key, X-Whop-User-Token');
    const etag = answer.headers.get('etag') ?? '';
    const again = await board({ ...headers, 'if-none-match': etag });
    expect(again.status).toBe(304);
    return answer.headers.get('cache-control');
  };
  expect(await kept({})).toBe('public, max-age=1, must-revalidate');
  for (const headers of [member, await server.insideWhop('user_1'), { authorization: `Bearer ${key}` }]) {
    expect(await kept(headers)).toBe('private, no-cache');
  }
});
