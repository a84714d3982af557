import { afterAll, beforeAll, expect, it } from 'vitest';
import { startIdentityServer, type IdentityServer } from '../../../api/tests/support/identity-server.ts';
import { createClient, type Client, type ClientOptions } from '../src/index.ts';
import { communityId, Talk } from './support/community.ts';
import { watch } from './support/watch.ts';

/** Ids that cannot be part of anything else, so that searching the bytes tells. */
const owl = 'user_Owl7GhP2mWq9LsX1';
const other = 'user_other';
const publicId = 'anon_4TnB8kRc3VyE6';

let server: IdentityServer;
let talk: Talk;
/** Everything the API sent to whom the public's client reads for. */
let said = '';

/** Twelve views on one embedded database take their time. */
const until = <Value>(value: () => Value) => expect.poll(value, { timeout: 10_000 });

beforeAll(async () => {
  server = await startIdentityServer({ liveSettings: { intervalMs: 20 } });
  await server.addCommunity(communityId, 'public');
  talk = new Talk(server);
  for (const userId of [other, other, owl]) await talk.chat(userId);
  await server.pglite.query('update users set pseudonym = $1, public_id = $2 where id = $3', [
    'Night Owl',
    publicId,
    owl,
  ]);
});
afterAll(() => server.stop());

const clientOf = (options: Partial<ClientOptions> = {}): Client =>
  createClient({ apiUrl: server.url, communityId, ...options });

/** Keeps every byte of every answer and stream. */
const eavesdrop: typeof fetch = async (...request) => {
  const response = await fetch(...request);
  const [body, copy] = response.body?.tee() ?? [];
  void (async () => {
    for await (const chunk of copy?.pipeThrough(new TextDecoderStream()) ?? []) said += chunk;
  })().catch(() => undefined);
  for (const [name, value] of response.headers) said += `${name}: ${value}\n`;
  return new Response(body, response);
};

it('the public and members see a member with a pseudonym move live, and the public never gets the real id', async () => {
  const { authorization } = await server.member({ communityId, userId: other });
  const anybody = clientOf({ fetch: eavesdrop });
  const member = clientOf({ token: authorization?.replace('Bearer ', '') });
  const watches = (client: Client, id: string) => ({
    board: watch(client.live(), { kind: 'leaderboard', limit: 10 }),
    middle: watch(client.live(), { kind: 'leaderboard', limit: 1, around: id }),
    week: watch(client.live(), { kind: 'leaderboard', window: 'week' }),
    newcomers: watch(client.live(), { kind: 'leaderboard', board: 'newcomers' }),
    climbers: watch(client.live(), { kind: 'leaderboard', board: 'climbers' }),
    card: watch(client.live(), { kind: 'rankCard', userId: id }),
  });
  const outside = watches(anybody, publicId);
  const inside = watches(member, owl);
  const both = [outside, inside] as const;
  for (const viewer of both) await until(() => Object.values(viewer).every(({ data }) => data)).toBe(true);
  await expect
    .poll(() => [anybody, member].map((client) => client.live().state.status))
    .toEqual(['live', 'live']);

  for (let count = 0; count < 3; count += 1) await talk.chat(owl);
  for (const { board, middle, week, newcomers, climbers, card } of both) {
    for (const { data } of [board, middle, week, newcomers, climbers]) expect(data?.entries).not.toEqual([]);
    await until(() => card.data).toMatchObject({ xp: 60, rank: 1 });
    for (const shown of [board, middle, week, newcomers, climbers])
      await until(() => shown.data?.entries[0]).toMatchObject({ xp: 60, rank: 1 });
  }
  expect(outside.card.data).toMatchObject({ userId: publicId, displayName: 'Night Owl', username: null });
  expect(outside.board.data?.entries[0]).toMatchObject({ userId: publicId, displayName: 'Night Owl' });
  expect(inside.card.data).toMatchObject({ userId: owl, publicId, username: owl });
  expect(inside.board.data?.entries[0]).toMatchObject({ userId: owl, publicId, username: owl });
  // By the event itself, not only by what was loaded after it.
  for (const { board, card } of both)
    for (const { updates } of [board, card]) expect(updates.map(({ cause }) => cause)).toContain('live');

  for (const viewer of both) for (const { stop } of Object.values(viewer)) stop();
  await walkPages(anybody);
  expect(said).toContain(publicId);
  expect(said).not.toContain(owl);
});

/** Reads every page of every board, one member at a time. */
async function walkPages(client: Client): Promise<void> {
  for (const which of [
    {},
    { window: 'day' },
    { window: 'week' },
    { window: 'month' },
    { board: 'newcomers' },
    { board: 'climbers' },
  ] as const) {
    let cursor: string | undefined;
    do {
      const page = await client.getLeaderboard({ ...which, limit: 1, cursor });
      cursor = page.nextCursor ?? undefined;
      // What is wrapped counts as well.
      if (cursor) said += Buffer.from(cursor, 'base64url').toString();
    } while (cursor);
  }
}

it('to the public the real id leads nowhere', async () => {
  const anybody = clientOf({ fetch: eavesdrop });
  await expect(anybody.getRankCard(owl)).rejects.toMatchObject({ status: 404, code: 'unknown-member' });
  await expect(anybody.getLeaderboard({ around: owl })).rejects.toMatchObject({ code: 'unknown-member' });
  const unknown = await anybody.getRankCard('user_nobody').catch((error: Error) => error.message);
  const hidden = await anybody.getRankCard(owl).catch((error: Error) => error.message);
  expect(hidden).toBe(unknown);
});
