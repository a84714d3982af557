import { rankCardSchema, type Leaderboard, type Members, type RankCard } from '@wee5/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openStream } from '../live/stream.ts';
import { send } from '../support/creator-requests.ts';
import { startIdentityServer, type IdentityServer } from '../support/identity-server.ts';

let server: IdentityServer;
let communityId = '';
let community = '';
let ana: Record<string, string>;
let tests = 0;
beforeAll(async () => {
  server = await startIdentityServer({ liveSettings: { intervalMs: 10 } });
});
afterAll(() => server.stop());
beforeEach(async () => {
  communityId = `biz_${(tests += 1)}`;
  community = `/api/v1/communities/${communityId}`;
  await server.addCommunity(communityId, 'public');
  for (const userId of ['user_ana', 'user_ben']) await give(userId);
  ana = await server.member({ communityId, userId: 'user_ana' });
});

const give = (userId: string) =>
  server.context.functions.adjustXp(
    { communityId, userId },
    { amount: 10, reason: 'contest', by: 'user_boss' },
    '2026-11-20T18:00:00Z',
  );
const update = (body: unknown, headers = ana) =>
  send<RankCard>(server, { method: 'PATCH', path: `${community}/members/me`, headers, body });
const board = async (headers: Record<string, string> = {}) => {
  const { body } = await server.read<Leaderboard>(`${community}/leaderboard?window=all`, { headers });
  return body.entries.map(({ userId, displayName }) => displayName ?? userId);
};
const card = async (headers: Record<string, string> = {}) =>
  (await server.read(`${community}/members/user_ana`, { headers })).status;

it('answers the member’s own card with what they have chosen', async () => {
  const chosen = { visibility: 'members', pseudonym: 'Night Owl', timeZone: 'Asia/Tokyo' } as const;
  const { status, body } = await update({ ...chosen, pseudonym: ' Night Owl ' });
  expect([status, rankCardSchema.parse(body)]).toEqual([200, body]);
  expect(body).toMatchObject({ userId: 'user_ana', xp: 10, settings: { ...chosen, announcements: true } });
});

it('is open to whoever has no XP yet', async () => {
  const fresh = await server.member({ communityId, userId: 'user_new' });
  const { status, body } = await update({ visibility: 'hidden' }, fresh);
  expect(status).toBe(200);
  expect(body).toMatchObject({ userId: 'user_new', xp: 0, rank: null, settings: { visibility: 'hidden' } });
});

it.each<[string, object, string]>([
  ['nothing', {}, ''],
  ['a visibility there is not', { visibility: 'ghost' }, 'visibility'],
  ['an empty pseudonym', { pseudonym: '  ' }, 'pseudonym'],
  ['41 characters', { pseudonym: 'x'.repeat(41) }, 'pseudonym'],
  ['a line break', { pseudonym: 'Night\nOwl' }, 'pseudonym'],
  ['a NUL', { pseudonym: 'Night\0Owl' }, 'pseudonym'],
  ['a change of direction', { pseudonym: 'Night \u202elwO' }, 'pseudonym'],
  ['nothing to see', { pseudonym: '\u200b' }, 'pseudonym'],
  ['a zone there is not', { timeZone: 'Mars/Olympus_Mons' }, 'timeZone'],
  ['an offset', { timeZone: '+02:00' }, 'timeZone'],
  ['what is not theirs to choose', { visibility: 'hidden', xp: 5 }, 'xp'],
])('refuses %s', async (_what, body, path) => {
  const answer = await update(body);
  expect(answer).toMatchObject({ status: 400, body: { code: 'validation-failed' } });
  expect([...new Set(answer.body.errors?.map((error) => error.path))]).toEqual([path]);
  expect(await board()).toEqual(['user_ana', 'user_ben']);
});

describe('whoever hides', () => {
  it('is gone from the next read on, for everybody but themselves and admins', async () => {
    const ben = await server.member({ communityId, userId: 'user_ben' });
    const boss = await server.member({ communityId, userId: 'user_boss', access: 'admin' });
    expect([await card(), await card(ben)]).toEqual([200, 200]);

    await update({ visibility: 'hidden' });

    for (const reader of [{}, ben]) {
      expect(await board(reader)).toEqual(['user_ben']);
      expect(await card(reader)).toBe(404);
    }
    for (const reader of [ana, boss]) expect(await card(reader)).toBe(200);
    expect(await board(boss)).toEqual(['user_ana', 'user_ben']);
    const { body } = await server.read<Members>(`${community}/members?query=user_ana`, { headers: boss });
    expect(body.members).toMatchObject([{ visibility: 'hidden' }]);
  });

  it('is not in what a cache asks again for', async () => {
    const path = `${community}/leaderboard?window=all`;
    const before = await server.read<Leaderboard>(path);
    expect(before.headers.get('cache-control')).toContain('must-revalidate');
    const headers = { 'if-none-match': before.headers.get('etag') ?? '' };
    expect((await server.read(path, { headers })).status).toBe(304);
    await update({ visibility: 'hidden' });
    const after = await server.read<Leaderboard>(path, { headers });
    expect([after.status, after.body.entries.length]).toEqual([200, 1]);
  });

  it('leaves live viewers with the word to load again, and no more', async () => {
    const stream = await openStream(`${server.url}${community}/live`);
    const { data: hello } = await stream.until(({ event }) => event === 'hello');
    await update({ visibility: 'hidden' });
    const version = hello.version + 1;
    const told = await stream.until(({ event }) => event === 'community.changed');
    expect(told.data).toEqual({ version });

    await give('user_ana');
    await give('user_ben');
    const next = await stream.until(({ data }) => data.version === version + 2);
    expect(next.data.changed).toEqual([{ userId: 'user_ben', xp: 20, level: 0 }]);
    expect(stream.text()).not.toContain('user_ana');
    stream.close();
  });

  it('hears of themselves on their own', async () => {
    const stream = await openStream(`${server.url}${community}/live`, ana);
    await stream.until(({ event }) => event === 'hello');
    await update({ visibility: 'hidden' });
    await stream.until(({ event }) => event === 'member.changed');
    await give('user_ana');
    const told = await stream.until(({ data }) => 'xp' in data && data.xp === 20);
    expect(told.data).toMatchObject({ userId: 'user_ana' });
    stream.close();
  });
});

it('shows a pseudonym to the public from the next read on, and the name again without one', async () => {
  await update({ pseudonym: 'Night Owl' });
  expect(await board()).toContain('Night Owl');
  await update({ pseudonym: null });
  expect(await board()).not.toContain('Night Owl');
});
