import type { EventsAnswer, Problem, RankCard } from '@wee5/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openPglite } from '../../src/database/pglite.ts';
import { awardOf } from '../support/award.ts';
import { BreakableDatabase } from '../support/breakable-database.ts';
import { startIdentityServer, type IdentityServer } from '../support/identity-server.ts';
import { saveRules } from '../support/rules.ts';
import { payloadTime } from '../support/test-server.ts';

const rules = {
  events: { webinar: { xp: 50 }, checkin: { xp: 5, cooldownSeconds: 3600 }, old: { xp: 0 } },
};

let database: BreakableDatabase;
let server: IdentityServer;
let communityId: string;
let key: string;
let communities = 0;
beforeAll(async () => {
  database = new BreakableDatabase(await openPglite());
  server = await startIdentityServer({ database });
});
afterAll(() => server.stop());
beforeEach(async () => {
  communityId = `biz_events_${(communities += 1)}`;
  key = await saveRules(server, communityId, rules);
});

function post(body: object, headers: Record<string, string> = { authorization: `Bearer ${key}` }) {
  return server.read<EventsAnswer & Partial<Problem>>(`/api/v1/communities/${communityId}/events`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
}

function readCard() {
  const headers = { authorization: `Bearer ${key}` };
  return server.read<RankCard>(`/api/v1/communities/${communityId}/members/user_ana`, { headers });
}

const webinar = (changes: Record<string, unknown> = {}) => ({
  name: 'webinar',
  userId: 'user_ana',
  idempotencyKey: 'webinar 7, user_ana',
  ...changes,
});

/** Everything but the receipt, as `status xp total`. */
const lines = ({ body }: { body: EventsAnswer }) =>
  body.events.map(({ status, refusal, xp, total }) => [refusal ?? status, xp, total]);

describe('an event of the creator’s own', () => {
  it('earns what its rule says, with a receipt in words, and the member has a card', async () => {
    const told = await post(
      webinar({ username: 'anad', displayName: 'Ana Duarte', at: '2026-11-19T20:00:00Z' }),
    );
    expect(told).toMatchObject({ status: 200 });
    expect(told.headers.get('cache-control')).toBe('no-store');
    expect(told.body).toEqual({
      events: [
        {
          idempotencyKey: 'webinar 7, user_ana',
          status: 'awarded',
          xp: 50,
          refusal: null,
          summary: '+50: webinar',
          receipt: { rule: 'event.webinar', configVersion: 2, base: 50, multipliers: [] },
          total: 50,
          level: 0,
        },
      ],
    });
    const card = await readCard();
    expect(card.body).toMatchObject({
      xp: 50,
      username: 'anad',
      displayName: 'Ana Duarte',
      lastActiveAt: '2026-11-19T20:00:00.000Z',
    });
  });

  it('counts once by its key, whoever else and whatever else it names the next time', async () => {
    await post(webinar());
    const again = await post({ events: [webinar(), webinar({ name: 'checkin', userId: 'user_ben' })] });
    expect(lines(again)).toEqual([
      ['duplicate', 0, 50],
      ['duplicate', 0, 0],
    ]);
    expect(again.body.events[0]).toMatchObject({ receipt: null, summary: 'counted before', refusal: null });
  });

  it('happened now unless it says when', async () => {
    await post(webinar());
    const card = await readCard();
    expect(card.body.lastActiveAt).toBe(payloadTime.toISOString());
  });

  it('that is refused says why, with its receipt, although a mark could have refused it early', async () => {
    const checkin = (idempotencyKey: string, at: string) => webinar({ name: 'checkin', idempotencyKey, at });
    expect(lines(await post(checkin('1', '2026-11-20T12:00:00Z')))).toEqual([['awarded', 5, 5]]);
    const refused = await post(checkin('2', '2026-11-20T12:20:00Z'));
    expect(lines(refused)).toEqual([['cooldown', 0, 5]]);
    expect(refused.body.events[0]).toMatchObject({
      status: 'refused',
      summary: '0: checkin can earn again in 40 min',
      receipt: { rule: 'event.checkin', cooldownLeft: 2400 },
    });
    expect(lines(await post(webinar({ name: 'old' })))).toEqual([['source-off', 0, 5]]);
  });
});

describe('many events', () => {
  it('are answered in their order, and the same key twice counts once', async () => {
    const events = Array.from({ length: 100 }, (_, index) =>
      webinar({ userId: `user_${index % 50}`, idempotencyKey: `key ${index % 99}` }),
    );
    const told = await post({ events });
    expect(told.body.events.map(({ idempotencyKey }) => idempotencyKey)).toEqual(
      events.map(({ idempotencyKey }) => idempotencyKey),
    );
    expect(told.body.events.filter(({ status }) => status === 'awarded')).toHaveLength(99);
    expect(told.body.events.at(-1)).toMatchObject({ status: 'duplicate' });
  });

  it.each([
    { events: [] },
    { events: Array.from({ length: 101 }, () => webinar()) },
    {},
    { name: 'webinar' },
  ])('are at least one and at most a hundred, each whole: %#', async (body) =>
    expect(await post(body)).toMatchObject({ status: 400, body: { code: 'validation-failed' } }),
  );
});

describe('a mistake is named by its path', () => {
  it.each<[string, object, string, RegExp]>([
    ['one unknown name', webinar({ name: 'webinars' }), 'name', /one of `checkin`, `old`, `webinar`/],
    [
      'an unknown name among many',
      { events: [webinar(), webinar({ name: 'x' })] },
      'events.1.name',
      /one of/,
    ],
    ['a name every object has', webinar({ name: 'constructor' }), 'name', /one of/],
    ['a time that is far ahead', webinar({ at: '2026-11-20T18:11:00.001Z' }), 'at', /5 minutes ahead/],
    ['a NUL in a user id', webinar({ userId: 'user_\0' }), 'userId', /NUL/],
    ['a NUL in a key', { events: [webinar({ idempotencyKey: '\0' })] }, 'events.0.idempotencyKey', /NUL/],
    ['another control character', webinar({ userId: 'user_\u0007' }), 'userId', /control characters/],
    [
      'half a pair in an experience',
      webinar({ experienceId: 'exp_\ud800' }),
      'experienceId',
      /half surrogates/,
    ],
  ])('%s', async (_what, body, path, message) => {
    const { status, body: problem } = await post(body);
    expect([status, problem.code]).toEqual([400, 'validation-failed']);
    expect(problem.errors).toEqual([{ path, message: expect.stringMatching(message) as string }]);
  });

  it('and nothing of the request was booked', async () => {
    await post({ events: [webinar(), webinar({ name: 'x', idempotencyKey: 'other' })] });
    expect(lines(await post(webinar()))).toEqual([['awarded', 50, 50]]);
  });

  it('exactly five minutes ahead is no mistake', async () => {
    expect((await post(webinar({ at: '2026-11-20T18:11:00.000Z' }))).status).toBe(200);
  });

  it('what the database refuses as data is named, and the others count once', async () => {
    const at = '2026-11-20T10:00:00Z';
    const fortune = { communityId, userId: 'user_rich', key: 'chat:fortune', at, configVersion: 2 };
    await server.context.functions.awardXp([awardOf({ ...fortune, xp: Number.MAX_SAFE_INTEGER - 10 })]);
    const events = [webinar(), webinar({ userId: 'user_rich', idempotencyKey: 'rich' })];
    expect((await post({ events })).body.errors).toMatchObject([{ path: 'events.1' }]);
    expect(lines(await post(webinar()))).toEqual([['duplicate', 0, 50]]);
  });
});

describe('the header Idempotency-Key', () => {
  const send = (body: object) =>
    post(body, { authorization: `Bearer ${key}`, 'idempotency-key': 'from the header' });

  it('is the key of a single event', async () => {
    const told = await send({ name: 'webinar', userId: 'user_ana' });
    expect(told.body.events[0]).toMatchObject({ idempotencyKey: 'from the header', status: 'awarded' });
    expect(lines(await post(webinar({ idempotencyKey: 'from the header' })))).toEqual([['duplicate', 0, 50]]);
  });

  it('must not contradict the body, nor stand for many', async () => {
    expect((await send(webinar())).body.errors).toMatchObject([{ path: 'idempotencyKey' }]);
    expect((await send({ events: [webinar()] })).body.errors).toMatchObject([{ path: 'Idempotency-Key' }]);
  });
});

describe('who may tell of events', () => {
  it('is a server with a secret key; an admin is told to use one', async () => {
    const admin = await server.member({ communityId, userId: 'user_olu', access: 'admin', isOwner: true });
    const refused = await post(webinar(), admin);
    expect([refused.status, refused.body.code]).toEqual([403, 'forbidden']);
    expect(refused.body.detail).toContain('secret key (`sk_…`)');
    const nobody = await post(webinar(), {});
    expect([nobody.status, nobody.body.code]).toEqual([401, 'unauthenticated']);
  });

  it('is counted as the key, so that it is told when it asks too often', async () => {
    expect((await post(webinar())).headers.get('ratelimit-policy')).toMatch(/^"key"/);
  });
});

it('a rule that was saved a moment ago is known', async () => {
  expect((await post(webinar({ name: 'quiz' }))).status).toBe(400);
  await saveRules(server, communityId, { events: { quiz: { xp: 3 } } });
  expect(lines(await post(webinar({ name: 'quiz' })))).toEqual([['awarded', 3, 3]]);
});

it('while the database is away nothing is booked, and the answer says when to come back', async () => {
  await post(webinar({ idempotencyKey: 'before' }));
  database.cut();
  const told = await post(webinar());
  database.mend();
  expect([told.status, told.body.code]).toEqual([503, 'storage-unavailable']);
  expect(told.headers.get('retry-after')).toBe('5');
  expect(lines(await post(webinar()))).toEqual([['awarded', 50, 100]]);
});
