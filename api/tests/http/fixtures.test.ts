import type { Leaderboard, RankCard } from '@wee5/contract';
import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fixture } from '../support/fixtures.ts';
import { ana, ben, communityId, startTestServer, type TestServer } from '../support/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const ignored = { status: 'ignored', reason: expect.any(String) as string };

/** In the order they are delivered: the recorded payload, its answer, and the XP of Ana and Ben afterwards. */
const expected: [name: string, answer: object, ana: number, ben: number][] = [
  ['chat-message', { status: 'accepted', awards: 1 }, 15, 0],
  ['chat-message-account-shape', { status: 'accepted', awards: 0 }, 15, 0],
  ['chat-reply', { status: 'accepted', awards: 1 }, 15, 20],
  ['chat-reaction', { status: 'accepted', awards: 1 }, 15, 25],
  ['chat-reaction-to-self', ignored, 15, 25],
  ['direct-message', ignored, 15, 25],
  ['support-message', ignored, 15, 25],
  ['system-message', ignored, 15, 25],
  ['unknown-event', ignored, 15, 25],
  ['lesson-completed', { status: 'accepted', awards: 0 }, 15, 25],
  ['membership-activated', { status: 'accepted', awards: 0 }, 15, 25],
  ['membership-activated-account-shape', { status: 'duplicate' }, 15, 25],
  ['membership-deactivated', { status: 'accepted', awards: 0 }, 15, 25],
  ['member-created', { status: 'accepted', awards: 0 }, 15, 25],
  ['payment-succeeded', { status: 'accepted', awards: 0 }, 15, 25],
  ['refund-created', { status: 'accepted', awards: 0 }, 15, 25],
];

it.each(expected)('answers %s as it should', async (name, answer, anaXp, benXp) => {
  const given = await server.answerTo(fixture(name));
  expect(given).toMatchObject({ status: 200, body: answer });
  expect([await xpOf(ana), await xpOf(ben)]).toEqual([anaXp, benXp]);
});

it('shows the picture that came with member-created', async () => {
  const card = await server.read<RankCard>(`/api/v1/communities/${communityId}/members/${ana}`);
  expect(card.body.avatarUrl).toBe('https://assets.whop.com/uploads/avatar-anad.png');
});

it('knows an answer for every recorded payload', () => {
  const directory = new URL('../../../packages/contract/fixtures/whop/', import.meta.url);
  const files = readdirSync(directory).filter((file) => file.endsWith('.json'));
  expect(files.toSorted()).toEqual(expected.map(([name]) => `${name}.json`).toSorted());
});

it('calls every activity a duplicate when all is delivered again, and counts nothing twice', async () => {
  const answers: unknown[] = [];
  for (const name of repeated) {
    answers.push((await server.answerTo(fixture(name))).body.status);
  }
  expect(answers).toEqual(repeated.map(() => 'duplicate'));
  const board = await server.read<Leaderboard>(`/api/v1/communities/${communityId}/leaderboard?window=all`);
  expect(board.body.entries.map(({ rank, userId, xp }) => [rank, userId, xp])).toEqual([
    [1, ben, 25],
    [2, ana, 15],
  ]);
});

/** What claims a key, or says something of which the newest word counts. */
const repeated = [
  'chat-message',
  'chat-reply',
  'chat-reaction',
  'lesson-completed',
  'membership-activated',
  'payment-succeeded',
  'refund-created',
];

async function xpOf(userId: string): Promise<number> {
  const card = await server.read<RankCard>(`/api/v1/communities/${communityId}/members/${userId}`);
  return card.status === 404 ? 0 : card.body.xp;
}
