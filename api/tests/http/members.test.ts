import type { Leaderboard, RankCard } from '@wee5/contract';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openPglite } from '../../src/database/pglite.ts';
import { openStream } from '../live/stream.ts';
import { BreakableDatabase } from '../support/breakable-database.ts';
import { changed, fixture } from '../support/fixtures.ts';
import { ana, communityId, startTestServer, type TestServer } from '../support/test-server.ts';

/** `member.created` and `member.updated`, from the webhook to the card. */
const community = `/api/v1/communities/${communityId}`;
const accepted = { status: 'accepted', awards: 0 };

let database: BreakableDatabase;
let server: TestServer;
beforeEach(async () => {
  database = new BreakableDatabase(await openPglite());
  server = await startTestServer({ database, liveSettings: { intervalMs: 10 } });
  await server.deliver(fixture('chat-message'));
});
afterEach(() => server.stop());

it('shows a member’s new name and picture, to viewers at once, whichever way their company is named', async () => {
  const stream = await openStream(`${server.url}${community}/live`);
  const { data } = await stream.until(({ event }) => event === 'hello');
  const later = { type: 'member.updated', timestamp: '2026-11-20T18:05:00Z', 'data.user.name': 'Ana D.' };
  expect((await server.answerTo(changed('member-created', later))).body).toEqual(accepted);
  await stream.until((heard) => heard.event === 'community.changed' && heard.data.version > data.version);
  const avatarUrl = 'https://assets.whop.com/uploads/avatar-anad.png';
  expect(await cardOf(ana)).toMatchObject({ displayName: 'Ana D.', username: 'anad', avatarUrl, xp: 15 });
  stream.close();

  const original = {
    ...later,
    timestamp: '2026-11-20T18:05:30Z',
    'data.user.name': 'Ana Duarte',
    account_id: undefined,
    'data.account_id': undefined,
    company_id: communityId,
  };
  await server.answerTo(changed('member-created', original));
  expect((await cardOf(ana)).displayName).toBe('Ana Duarte');
  const ofMember = { ...original, company_id: null, 'data.company': { id: communityId } };
  const last = { timestamp: '2026-11-20T18:05:40Z', 'data.user.name': 'Ana again' };
  await server.answerTo(changed('member-created', { ...ofMember, ...last }));
  expect((await cardOf(ana)).displayName).toBe('Ana again');
});

it('never goes back in time: an older event leaves a newer name, a message’s too', async () => {
  const before = { timestamp: '2026-11-20T18:04:00Z', 'data.user.name': 'Old name' };
  expect((await server.answerTo(changed('member-created', before))).body).toEqual(accepted);
  expect(await cardOf(ana)).toMatchObject({
    displayName: 'Ana Duarte',
    avatarUrl: 'https://assets.whop.com/uploads/avatar-anad.png',
  });
});

it('keeps nothing about somebody who never did anything, and shows nothing that is not https', async () => {
  const stranger = { 'data.user.id': 'user_stranger' };
  expect((await server.answerTo(changed('member-created', stranger))).body).toEqual(accepted);
  expect((await server.read(`${community}/members/user_stranger`)).status).toBe(404);
  for (const url of ['http://assets.whop.com/a.png', 'javascript:alert(1)', 7]) {
    const odd = { timestamp: '2026-11-20T18:05:00Z', 'data.user.profile_picture': { url } };
    expect((await server.answerTo(changed('member-created', odd))).body).toEqual(accepted);
    expect((await cardOf(ana)).avatarUrl).toBeNull();
  }
  const board = await server.read<Leaderboard>(`${community}/leaderboard`);
  expect(board.body.entries.map(({ userId }) => userId)).toEqual([ana]);
});

it('answers 503 while the database is away, and keeps the profile when it comes again', async () => {
  const event = changed('member-created', { timestamp: '2026-11-20T18:05:00Z' });
  database.cut();
  expect(await server.answerTo(event)).toMatchObject({ status: 503, body: { code: 'storage-unavailable' } });
  database.mend();
  expect((await server.answerTo(event)).body).toEqual(accepted);
  expect((await cardOf(ana)).avatarUrl).toMatch(/^https:/);
});

async function cardOf(userId: string): Promise<RankCard> {
  return (await server.read<RankCard>(`${community}/members/${userId}`)).body;
}
