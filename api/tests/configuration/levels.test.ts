import type { Community, RankCard, Rewards, Session } from '@wee5/contract';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { startIdentityServer, type IdentityServer } from '../support/identity-server.ts';
import { Creator } from './support.ts';

let server: IdentityServer;
let creator: Creator;
let communityId = '';
let tests = 0;
beforeAll(async () => {
  server = await startIdentityServer();
});
afterAll(() => server.stop());
beforeEach(async () => {
  communityId = `biz_${(tests += 1)}`;
  await server.addCommunity(communityId, 'public');
  const { key } = await server.addKey(communityId, 'secret');
  creator = new Creator(server, communityId, { authorization: `Bearer ${key}` });
  for (const [userId, xp] of Object.entries({ a: 5, b: 10, c: 20, d: 99, e: 30 })) await seat(userId, xp, xp);
});

async function seat(userId: string, xp: number, peak: number): Promise<void> {
  await server.pglite.query(
    `insert into users (community_id, id, xp, peak_xp, reached_at) values ($1, $2, $3, $4, now())
     on conflict (community_id, id) do update set xp = $3, peak_xp = $4`,
    [communityId, userId, xp, peak],
  );
}

async function stored(): Promise<Record<string, number>> {
  const { rows } = await server.pglite.query<{ id: string; level: number }>(
    'select id, level from users where community_id = $1 order by id',
    [communityId],
  );
  return Object.fromEntries(rows.map(({ id, level }) => [id, level]));
}

const levelOf = async (userId: string) => (await creator.read<RankCard>(`/members/${userId}`)).body.level;
const steps = { curve: { kind: 'linear', xpPerLevel: 10 }, topLevel: 5 };

it('follow a new curve in reads at once, and in what is stored soon after', async () => {
  const { functions } = server.context;
  await functions.createReward({ communityId, levelRequirement: 2, type: 'badge', name: 'Second' });
  expect(await levelOf('c')).toBe(0);

  const { body } = await creator.save(steps);

  expect(body.levelsPending).toBe(true);
  expect(await Promise.all(['a', 'b', 'c', 'd', 'e'].map(levelOf))).toEqual([0, 1, 2, 5, 3]);
  await vi.waitFor(async () => expect((await creator.read()).body.levelsPending).toBe(false));
  expect(await stored()).toEqual({ a: 0, b: 1, c: 2, d: 5, e: 3 });
  const holders = [];
  for (const userId of ['a', 'b', 'c', 'd', 'e']) {
    const { authorization = '' } = await server.member({ communityId, userId });
    const found = await server.read<Rewards>(`${creator.path}/rewards`, { headers: { authorization } });
    if (found.body.rewards[0]?.state === 'unlocked') holders.push(userId);
  }
  expect(holders).toEqual(['c', 'd', 'e']);
});

it('fall with the total, or stay where they were, as the creator decides', async () => {
  await seat('d', 5, 99);
  await creator.save({ ...steps, demotion: 'keep' });
  await vi.waitFor(async () => expect(await stored()).toMatchObject({ c: 2, d: 5 }));
  await creator.save({ demotion: 'follow' });
  await vi.waitFor(async () => expect(await stored()).toMatchObject({ c: 2, d: 0 }));
});

it('are called by their names on the community, on cards and in sessions, level 0 as well', async () => {
  const badgeUrl = 'https://pictures.example/2.png';
  const levels = [
    { level: 0, name: 'Newcomer' },
    { level: 2, name: 'Regular', badgeUrl },
  ];
  await creator.save({ ...steps, levels });

  const community = (await creator.read<Community>('')).body;
  expect(community.levels.slice(0, 3)).toEqual([
    { level: 0, name: 'Newcomer', xp: 0, badgeUrl: null },
    { level: 1, name: null, xp: 10, badgeUrl: null },
    { level: 2, name: 'Regular', xp: 20, badgeUrl },
  ]);
  const card = async (userId: string) => (await creator.read<RankCard>(`/members/${userId}`)).body;
  expect(await card('a')).toMatchObject({ level: 0, levelName: 'Newcomer', badgeUrl: null });
  expect(await card('b')).toMatchObject({ level: 1, levelName: null, badgeUrl: null });
  expect(await card('c')).toMatchObject({ level: 2, levelName: 'Regular', badgeUrl });
  const { key } = await server.addKey(communityId, 'secret');
  const session = await server.read<Session>('/api/v1/sessions', {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ userId: 'c' }),
  });
  expect(session.body.member).toMatchObject({ levelName: 'Regular', badgeUrl });
});
