import {
  communitySchema,
  rankCardSchema,
  rewardsSchema,
  type Community,
  type RankCard,
  type Rewards,
} from '@wee5/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixture } from '../support/fixtures.ts';
import { ben, communityId, payloadTime, startTestServer, type TestServer } from '../support/test-server.ts';

let now = payloadTime;
let server: TestServer;
const community = `/api/v1/communities/${communityId}`;
beforeAll(async () => {
  server = await startTestServer({ now: () => now });
  for (const name of ['chat-message', 'chat-reply', 'chat-reaction']) await server.deliver(fixture(name));
});
afterAll(() => server.stop());

describe('a community', () => {
  it('shows its levels, its windows and where it is live', async () => {
    const { status, body } = await server.read<Community>(community);
    expect(status).toBe(200);
    expect(communitySchema.parse(body)).toEqual(body);
    expect(body).toMatchObject({ communityId, theme: {}, timeZone: 'UTC' });
    expect(body.windows).toEqual(['all', 'day', 'week', 'month']);
    expect(body.live).toEqual({ transport: 'sse', url: `${community}/live` });
    expect(body.levels).toHaveLength(200);
    expect(body.levels.slice(0, 2)).toEqual([
      { level: 1, name: null, xp: 100, badgeUrl: null },
      { level: 2, name: null, xp: 255, badgeUrl: null },
    ]);
  });

  it('is unknown before its first event', async () => {
    const answer = await server.read('/api/v1/communities/biz_other');
    expect(answer).toMatchObject({ status: 404, body: { code: 'unknown-community' } });
  });
});

describe('a rank card', () => {
  it('shows where a member stands', async () => {
    const { status, body } = await server.read<RankCard>(`${community}/members/${ben}`);
    expect(status).toBe(200);
    expect(rankCardSchema.parse(body)).toEqual(body);
    expect(body).toMatchObject({
      userId: ben,
      username: 'ben_makes',
      xp: 25,
      level: 0,
      levelName: null,
      levelXp: 0,
      nextLevelXp: 100,
      progress: 0.25,
      rank: 1,
      total: 2,
      streakDays: 1,
      lastActiveAt: '2026-11-20T18:04:31.000Z',
    });
  });

  it('says when each source can earn again', async () => {
    now = new Date('2026-11-20T18:04:50.000Z');
    const { body } = await server.read<RankCard>(`${community}/members/${ben}`);
    expect(body.nextEligibleAt).toEqual({
      chat: null,
      reply: '2026-11-20T18:05:20.000Z',
      reaction: '2026-11-20T18:05:31.000Z',
    });
    now = payloadTime;
  });

  it('is unknown for somebody who did nothing', async () => {
    const answer = await server.read(`${community}/members/user_nobody`);
    expect(answer).toMatchObject({ status: 404, body: { code: 'unknown-member' } });
  });

  it('cannot tell who `me` is without a token', async () => {
    const answer = await server.read(`${community}/members/me`);
    expect(answer).toMatchObject({ status: 401, body: { code: 'unauthenticated' } });
  });
});

describe('the rewards', () => {
  it('are shown by level, in no state, since a page is nobody', async () => {
    const reward = { communityId, levelRequirement: 2, type: 'badge', name: 'Second' } as const;
    await server.context.functions.createReward(reward);
    await server.context.functions.createReward({ ...reward, levelRequirement: 0, name: 'Welcome' });
    const { status, body } = await server.read<Rewards>(`${community}/rewards`);
    expect(status).toBe(200);
    expect(rewardsSchema.parse(body)).toEqual(body);
    expect(body.rewards.map(({ name, state, unlockedAt }) => ({ name, state, unlockedAt }))).toEqual([
      { name: 'Welcome', state: null, unlockedAt: null },
      { name: 'Second', state: null, unlockedAt: null },
    ]);
  });

  it('are unknown with their community', async () => {
    const answer = await server.read('/api/v1/communities/biz_other/rewards');
    expect(answer).toMatchObject({ status: 404, body: { code: 'unknown-community' } });
  });
});

it('gives the live address in full where the public address is known', async () => {
  const environment = { PUBLIC_URL: 'https://xp.example.com/' };
  const elsewhere = await startTestServer({ environment });
  await elsewhere.deliver(fixture('chat-message'));
  const { body } = await elsewhere.read<Community>(community);
  expect(body.live).toEqual({ transport: 'sse', url: `https://xp.example.com${community}/live` });
  await elsewhere.stop();
});
