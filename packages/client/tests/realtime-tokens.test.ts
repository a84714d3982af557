import { beforeEach, expect, it } from 'vitest';
import { createClient } from '../src/index.ts';
import { communityTopic, Member, memberTopic } from './support/member.ts';
import { problem } from './support/scripted-api.ts';
import { tokenUntil } from './support/token.ts';
import { watch } from './support/watch.ts';

const MINUTE_MS = 60_000;

let member: Member;
beforeEach(async () => {
  member = await Member.open();
});

/** Tokens of ten minutes, one after another. */
function giveTokens(...names: string[]): string[] {
  const { tokens, world } = member;
  const given = names.map((name, index) => tokenUntil(world.now() + (index + 1) * 10 * MINUTE_MS, name));
  tokens.splice(0, tokens.length, ...given);
  return given;
}

/** What was sent with this token. */
function sentWith(token: string | undefined): string[] {
  return member.realtime.frames
    .filter((frame) => frame.token === token)
    .map(({ event, topic }) => `${event} ${topic}`);
}

it('gives Realtime another token about a minute before the old one runs out, and stays joined', async () => {
  const { asked, feed, realtime, world } = member;
  const [first, second, third] = giveTokens('first', 'second', 'third');
  member.watchBoard();
  await member.live();
  const { since } = feed.state;
  await world.pass(8.7 * MINUTE_MS);
  expect(asked).toEqual([undefined]);
  await world.pass(0.4 * MINUTE_MS);
  expect(asked).toEqual([undefined, first]);
  const renewals = [`access_token ${communityTopic}`, `access_token ${memberTopic}`];
  await member.until(() => expect(sentWith(second)).toEqual(renewals));
  await world.pass(10 * MINUTE_MS);
  await member.until(() => expect(sentWith(third)).toEqual(renewals));
  realtime.expire((token) => token !== third);
  await member.heard();
  expect(feed.state).toEqual({ status: 'live', transport: 'supabase', since });
  expect(realtime.opened).toHaveLength(1);
});

it('sends the new token with requests too', async () => {
  const { api, world } = member;
  const [, second] = giveTokens('first', 'second');
  member.watchBoard();
  await member.live();
  await world.pass(10.5 * MINUTE_MS);
  expect(api.requests.at(-1)?.headers.get('authorization')).toBe(`Bearer ${second}`);
});

it('asks for another token once when a join is refused for an old one', async () => {
  const { asked, realtime } = member;
  const [first, second] = giveTokens('first', 'second');
  realtime.refuse = ({ token }) =>
    token === first ? 'InvalidJWTToken: Token has expired 10 seconds ago' : undefined;
  const board = member.watchBoard();
  await member.live();
  expect(asked).toEqual([undefined, first]);
  expect(sentWith(second)).toEqual([`phx_join ${communityTopic}`, `phx_join ${memberTopic}`]);
  expect(board.states).toEqual(['connecting', 'live']);
});

it('does not ask on and on where no token is good enough', async () => {
  const { api, asked, realtime, world } = member;
  realtime.refuse = () => 'InvalidJWTToken: The token is invalid';
  api.stream = () => api.greet();
  member.watchBoard();
  await member.until(() => expect(realtime.frames.length).toBeGreaterThanOrEqual(4));
  await world.pass(2000);
  await member.live('sse');
  expect(asked.length).toBeLessThanOrEqual(5);
});

it('comes back with another token when the server ends what the old one opened', async () => {
  const { api, realtime, world } = member;
  const [first] = giveTokens('first', 'second');
  const { read } = api;
  const board = member.watchBoard();
  await member.live();
  await world.pass(6000);
  // The server's clock is ahead of the page's.
  const isOld = () => api.requests.at(-1)?.headers.get('authorization') === `Bearer ${first}`;
  api.read = (path) => (isOld() ? problem(401, 'unauthenticated') : read(path));
  realtime.refuse = ({ token }) => (token === first ? 'Token has expired 1 seconds ago' : undefined);
  realtime.expire(() => true);
  await member.until(() => expect(board.states).toContain('reconnecting'));
  await world.pass(1000);
  await member.live();
  expect(board.states).toEqual(['connecting', 'live', 'reconnecting', 'live']);
});

it('tries again while a minute is left when the page cannot give a token', async () => {
  const { api, realtime, world } = member;
  let isDown = false;
  const calls: number[] = [];
  const first = tokenUntil(world.now() + 10 * MINUTE_MS, 'first');
  const second = tokenUntil(world.now() + 30 * MINUTE_MS, 'second');
  const getToken = async (old?: string) => {
    calls.push(world.now());
    if (isDown) throw new Error('The session service is down.');
    return old === undefined ? first : second;
  };
  const options = { apiUrl: 'https://x', communityId: 'biz_1', fetch: api.fetch, getToken };
  const { states } = watch(createClient(options, world).live(), { kind: 'rewards' });
  await member.until(() => expect(states).toEqual(['connecting', 'live']));
  isDown = true;
  await world.pass(9 * MINUTE_MS);
  isDown = false;
  await world.pass(0.6 * MINUTE_MS);
  await member.until(() =>
    expect(realtime.frames.at(-1)).toMatchObject({ event: 'access_token', token: second }),
  );
  expect(calls.length).toBeLessThanOrEqual(4);
  expect(states).toEqual(['connecting', 'live']);
});

it('does not hammer a page that gives the same token again and again', async () => {
  const { asked, world } = member;
  giveTokens('only');
  member.watchBoard();
  await member.live();
  await world.pass(12 * MINUTE_MS);
  expect(asked.length).toBeGreaterThan(2);
  expect(asked.length).toBeLessThan(12);
});

it.each([
  ['says nothing of its end', 'e30.e30.x'],
  ['is no JWT', 'opaque'],
])('asks for no other token where one %s', async (_what, token) => {
  const { asked, tokens, world } = member;
  tokens.splice(0, 1, token);
  member.watchBoard();
  await member.live();
  await world.pass(120 * MINUTE_MS);
  expect(asked).toEqual([undefined]);
});
