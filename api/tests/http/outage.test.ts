import type { RankCard } from '@wee5/contract';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { openPglite } from '../../src/database/pglite.ts';
import { BreakableDatabase } from '../support/breakable-database.ts';
import { changed, fixture } from '../support/fixtures.ts';
import { ana, communityId, startTestServer, type TestServer } from '../support/test-server.ts';

const community = `/api/v1/communities/${communityId}`;
let database: BreakableDatabase;
let server: TestServer;
beforeAll(async () => {
  database = new BreakableDatabase(await openPglite());
  server = await startTestServer({ database });
});
afterEach(() => database.mend());
afterAll(() => server.stop());

it('asks Whop to come again while the database is away, and gives the XP once it is back', async () => {
  database.cut();
  const refused = await server.answerTo(fixture('chat-message'));
  expect(refused).toMatchObject({ status: 503, body: { code: 'storage-unavailable' } });
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(JSON.stringify(refused.body)).not.toContain('ECONNREFUSED');

  database.mend();
  expect((await server.answerTo(fixture('chat-message'))).body).toEqual({ status: 'accepted', awards: 1 });
  expect((await server.read<RankCard>(`${community}/members/${ana}`)).body.xp).toBe(15);
});

it('answers 503 to every event of a batch that could not be committed, and none is lost to the retry', async () => {
  await server.answerTo(fixture('chat-message'));
  const bodies = Array.from({ length: 20 }, (_, index) =>
    changed('chat-message', {
      id: `msg_${index}`,
      'data.message.id': `post_${index}`,
      'data.message.user.id': `user_${index}`,
    }),
  );
  database.cut();
  const refused = await Promise.all(bodies.map((body) => server.answerTo(body)));
  expect(new Set(refused.map(({ status }) => status))).toEqual(new Set([503]));
  database.mend();
  const accepted = await Promise.all(bodies.map((body) => server.answerTo(body)));
  expect(accepted.map(({ body }) => body.awards)).toEqual(Array.from({ length: 20 }, () => 1));
});

it.each(['', '/leaderboard', `/members/${ana}`, '/rewards'])(
  'asks readers of %s to come again',
  async (path) => {
    database.cut();
    const answer = await server.read(`${community}${path}`);
    expect(answer).toMatchObject({ status: 503, body: { code: 'storage-unavailable' } });
    expect(answer.headers.get('retry-after')).toBe('5');
    expect(answer.headers.get('cache-control')).toBe('no-store');
  },
);

it('still says that a badly signed event is bad', async () => {
  database.cut();
  const answer = await server.answerTo(fixture('chat-message'), { 'webhook-signature': 'v1,AAAA' });
  expect(answer).toMatchObject({ status: 400, body: { code: 'invalid-signature' } });
});
