import { afterAll, beforeAll, expect, it } from 'vitest';
import { everybody, send } from '../support/creator-requests.ts';
import { startIdentityServer, type IdentityServer } from '../support/identity-server.ts';

const communityId = 'biz_1';
const community = `/api/v1/communities/${communityId}`;
const unknown = '00000000-0000-4000-8000-000000000000';

let server: IdentityServer;
let who: Record<string, Record<string, string>>;
beforeAll(async () => {
  server = await startIdentityServer();
  await server.addCommunity(communityId, 'public');
  who = await everybody(server, communityId);
  await server.context.functions.updateMe({ communityId, userId: 'user_ana' }, { announcements: true });
});
afterAll(() => server.stop());

const refusals = {
  anonymous: '401 unauthenticated',
  page: '403 forbidden',
  foreignAdmin: '403 not-a-member',
  foreignServer: '403 not-a-member',
};
const creators = ['admin', 'owner', 'server'];
const members = ['member', 'inside', 'admin', 'owner'];

it.each<[method: string, path: string, body: unknown, admitted: string[], answer: string]>([
  ['POST', '/rewards', { type: 'badge', levelRequirement: 1, name: 'One' }, creators, '201'],
  ['PATCH', `/rewards/${unknown}`, { name: 'Two' }, creators, '404 unknown-reward'],
  ['DELETE', `/rewards/${unknown}`, undefined, creators, '404 unknown-reward'],
  ['GET', '/members', undefined, creators, '200'],
  ['POST', '/members/user_ana/xp', { amount: 1, reason: 'contest' }, creators, '200'],
  ['PATCH', '/members/user_ana', { excluded: true }, creators, '200'],
  ['POST', `/rewards/${unknown}/claim`, undefined, members, '404 unknown-reward'],
  ['PATCH', '/members/me', { announcements: true }, members, '200'],
])('%s %s is for whom it should be', async (method, path, body, admitted, answer) => {
  const rest = Object.keys(who).filter((name) => !(name in refusals) && !admitted.includes(name));
  const expected: Record<string, string> = {
    ...refusals,
    ...Object.fromEntries(rest.map((name) => [name, '403 forbidden'])),
    ...Object.fromEntries(admitted.map((name) => [name, answer])),
  };
  for (const [name, headers] of Object.entries(who)) {
    const {
      status,
      headers: answered,
      body: problem,
    } = await send(server, {
      method,
      path: community + path,
      headers,
      body,
    });
    const said = [status, (problem as Partial<typeof problem>).code].filter(Boolean).join(' ');
    expect(`${name}: ${said}`).toBe(`${name}: ${expected[name]}`);
    if (status < 300) expect(answered.get('cache-control')).toBe('no-store');
  }
});

it.each([
  ['POST', '/rewards', 'forbidden'],
  ['PATCH', '/members/me', 'forbidden'],
])('%s %s of a private community is not for its members', async (method, path, code) => {
  await server.addCommunity('biz_private', 'private');
  const headers = await server.member({ communityId: 'biz_private', userId: 'user_member' });
  const answer = await send(server, {
    method,
    path: `/api/v1/communities/biz_private${path}`,
    headers,
    body: { announcements: true },
  });
  expect(answer).toMatchObject({ status: 403, body: { code } });
});
