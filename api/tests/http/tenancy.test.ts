import type { Router } from 'express';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createApiRoutes } from '../../src/routes/index.ts';
import { pageOrigin, startIdentityServer, type IdentityServer } from '../support/identity-server.ts';

const mine = 'biz_mine';
const theirs = ['biz_public', 'biz_members', 'biz_private', 'biz_nowhere'];

/** What may stand in an address; a route with another parameter has to be thought about here. */
const parameters: Record<string, string> = { userId: 'user_theirs', keyId: '', rewardId: '' };

let server: IdentityServer;
let identities: Map<string, Record<string, string>>;
beforeAll(async () => {
  server = await startIdentityServer();
  for (const communityId of [mine, ...theirs.slice(0, 3)]) {
    await server.addCommunity(communityId, communityId.slice(4).replace('mine', 'public') as 'public');
  }
  for (const communityId of theirs.slice(0, 3)) {
    const row = [communityId, 'user_theirs', 1234, 'Their name'];
    await server.pglite.query(
      'insert into users (community_id, id, xp, peak_xp, reached_at, display_name) values ($1, $2, $3, $3, now(), $4)',
      row,
    );
  }
  const reward = { communityId: 'biz_public', levelRequirement: 0, type: 'badge', name: 'Theirs' } as const;
  const made = await server.context.functions.createReward(reward);
  if (made?.outcome === 'saved') parameters['rewardId'] = made.rewardId;
  parameters['keyId'] = (await server.addKey('biz_public', 'secret')).keyId;
  server.whop.access.set(`user_mine@${mine}`, 'admin');
  identities = await identitiesOf();
});
afterAll(() => server.stop());

async function identitiesOf(): Promise<Map<string, Record<string, string>>> {
  const [pk, sk] = await Promise.all([server.addKey(mine, 'publishable'), server.addKey(mine, 'secret')]);
  const holder = { communityId: mine, userId: 'user_theirs' };
  return new Map<string, Record<string, string>>([
    ['a page', { 'x-wee5-key': pk.key, origin: pageOrigin }],
    ['a server', { authorization: `Bearer ${sk.key}` }],
    ['a member', await server.member(holder)],
    ['an admin', await server.member({ ...holder, access: 'admin' })],
    ['the owner', await server.member({ ...holder, access: 'admin', isOwner: true })],
    ['a user inside Whop', await server.insideWhop('user_mine')],
  ]);
}

interface Address {
  method: string;
  path: string;
}

/** Every method and path that `/api/v1` answers, from the router itself. */
function addresses(): Address[] {
  const router: Router = createApiRoutes(server.context);
  return router.stack.flatMap(({ route }) => {
    const methods = new Set(
      route?.stack.map(({ method }) => method).filter((method) => method !== undefined),
    );
    return [...methods].map((method) => ({ method: method.toUpperCase(), path: route?.path ?? '' }));
  });
}

function fill(path: string, communityId: string): string {
  return path.replaceAll(/:(\w+)/g, (_whole, name: string) => {
    const value = name === 'communityId' ? communityId : parameters[name];
    if (value === undefined) throw new Error(`Say in this test what :${name} of ${path} may be.`);
    return value;
  });
}

const communityAddresses = (): Address[] => addresses().filter(({ path }) => path.includes(':communityId'));

it('knows every route that is not about one community', () => {
  const others = addresses().filter(({ path }) => !path.includes(':communityId'));
  expect(others).toEqual([{ method: 'POST', path: '/sessions' }]);
  expect(communityAddresses().length).toBeGreaterThan(7);
});

it.each(['a page', 'a server', 'a member', 'an admin', 'the owner', 'a user inside Whop'])(
  'opens nothing of another community to %s, by any route',
  async (who) => {
    for (const { method, path } of communityAddresses()) {
      for (const communityId of theirs) {
        const init = { method, headers: { ...identities.get(who), 'content-type': 'application/json' } };
        const takesBody = ['POST', 'PUT', 'PATCH'].includes(method);
        const body = takesBody ? { body: JSON.stringify({ kind: 'secret' }) } : {};
        const response = await fetch(`${server.url}/api/v1${fill(path, communityId)}`, { ...init, ...body });
        const text = await response.text();
        // Whop's user belongs nowhere in particular, so they hear of a missing community what anybody does.
        const isMissing = who === 'a user inside Whop' && communityId === 'biz_nowhere';
        const refusal = isMissing ? '404 "unknown-community"' : '403 "not-a-member"';
        const code = /"code":("[\w-]+")/.exec(text)?.[1] ?? text;
        expect(`${method} ${path} of ${communityId}: ${response.status} ${code}`).toBe(
          `${method} ${path} of ${communityId}: ${refusal}`,
        );
        expect(text).not.toMatch(/Their name|"xp"|levels|entries|keys/);
      }
    }
  },
);

it('lets the same identities into their own community, so that the refusals above mean something', async () => {
  for (const headers of identities.values()) {
    expect(await server.read(`/api/v1/communities/${mine}/leaderboard`, { headers })).toMatchObject({
      status: 200,
    });
  }
});

it('opens no session in another community, whatever is asked for', async () => {
  const post = (who: string, body: object) =>
    server.read<{ communityId: string }>('/api/v1/sessions', {
      method: 'POST',
      headers: { ...identities.get(who), 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  for (const communityId of theirs) {
    const inside = await post('a user inside Whop', { communityId });
    expect(inside).toMatchObject({ status: 403, body: { code: 'not-a-member' } });
    const outside = await post('a server', { communityId, userId: 'user_theirs' });
    expect(outside).toMatchObject({ status: 200, body: { communityId: mine, access: 'member' } });
  }
  const { rows } = await server.pglite.query('select id from communities where id = $1', ['biz_nowhere']);
  expect(rows).toEqual([]);
});

it('changes no reward and no member of another community', async () => {
  const { rows: rewards } = await server.pglite.query('select name, archived_at from rewards');
  expect(rewards).toEqual([{ name: 'Theirs', archived_at: null }]);
  const { rows: members } = await server.pglite.query(
    "select distinct id, xp::int, excluded, visibility from users where community_id <> 'biz_mine'",
  );
  expect(members).toEqual([{ id: 'user_theirs', xp: 1234, excluded: false, visibility: 'public' }]);
});

it('revokes no key of another community', async () => {
  const { rows } = await server.pglite.query('select id from api_keys where revoked_at is not null');
  expect(rows).toEqual([]);
});
