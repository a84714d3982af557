import type { Leaderboard, RankCard } from '@wee5/contract';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { WhopSimulator } from '../../dev/whop-simulator/whop-simulator.ts';
import { openStream } from '../live/stream.ts';
import { changed, fixture } from '../support/fixtures.ts';
import { ana, ben, communityId, payloadTime, secret, startTestServer } from '../support/test-server.ts';
import type { TestServer } from '../support/test-server.ts';

/** From a read to Whop and back to the viewer, over HTTP and in a real database. */
const community = `/api/v1/communities/${communityId}`;
/** Long enough for a machine that is busy with other things. */
const soon = { timeout: 20_000 };
const pictureUrl = 'https://assets.whop.com/ana.png';

let whop: WhopSimulator;
let server: TestServer;
beforeEach(async () => {
  whop = await WhopSimulator.start();
  whop.world.addUser({ id: ana, username: 'anad', name: 'Ana D.', pictureUrl });
  whop.world.addUser({ id: ben, username: 'ben_makes', name: 'Ben' });
  server = await startTestServer({
    environment: { ...whop.environment, WHOP_WEBHOOK_SECRET: secret },
    newCommunityVisibility: 'public',
    liveSettings: { intervalMs: 10 },
  });
  await server.deliver(fixture('chat-message'));
});
afterEach(async () => {
  await server.stop();
  await whop.stop();
});

it('fetches whom a board shows behind the reader’s back, and tells viewers when they look different', async () => {
  await server.deliver(fixture('chat-reply'));
  const stream = await openStream(`${server.url}${community}/live`);
  const { data } = await stream.until(({ event }) => event === 'hello');
  const board = await server.read<Leaderboard>(`${community}/leaderboard`);
  expect(board.body.entries.map(({ avatarUrl }) => avatarUrl)).toEqual([null, null]);
  await stream.until((heard) => heard.event === 'community.changed' && heard.data.version > data.version);
  stream.close();

  const after = await server.read<Leaderboard>(`${community}/leaderboard`);
  expect(after.body.entries.map(({ displayName, avatarUrl }) => [displayName, avatarUrl])).toEqual([
    ['Ben', null],
    ['Ana D.', pictureUrl],
  ]);
  expect(whop.calls.map(({ operation }) => operation)).toEqual(['users.retrieve', 'users.retrieve']);
});

it('never lets a reader wait for Whop', async () => {
  whop.fail('users.retrieve', { delayMs: 60_000 });
  expect((await server.read<RankCard>(`${community}/members/${ana}`)).body.xp).toBe(15);
  // The call is still under way: it is written down when it ends.
  expect(whop.calls).toEqual([]);
});

it('leaves a name that an event brought after the profile was asked for', async () => {
  const later = new Date(payloadTime.getTime() + 120_000).toISOString();
  const renamed = { 'data.message.user.name': 'Newest', 'data.message.id': 'post_new' };
  await server.deliver(changed('chat-message', { ...renamed, 'data.message.created_at': later }));
  await server.read(`${community}/members/${ana}`);
  await expect.poll(async () => (await readCard()).avatarUrl, soon).toBe(pictureUrl);
  expect((await readCard()).displayName).toBe('Newest');
});

async function readCard(): Promise<RankCard> {
  return (await server.read<RankCard>(`${community}/members/${ana}`)).body;
}
