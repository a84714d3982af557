import { configSchema, configVersionsSchema, DEFAULT_RULES, type Community } from '@wee5/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startIdentityServer, type IdentityServer } from '../support/identity-server.ts';
import { payloadTime } from '../support/test-server.ts';
import { Creator } from './support.ts';

let server: IdentityServer;
let creator: Creator;
let keyId = '';
let communityId = '';
let tests = 0;
beforeAll(async () => {
  server = await startIdentityServer();
});
afterAll(() => server.stop());
beforeEach(async () => {
  communityId = `biz_${(tests += 1)}`;
  await server.addCommunity(communityId, 'public');
  const key = await server.addKey(communityId, 'secret');
  keyId = key.keyId;
  creator = new Creator(server, communityId, { authorization: `Bearer ${key.key}` });
});

describe('a community that never saved', () => {
  it('has the defaults, whole, as version 1 of nobody', async () => {
    const { status, headers, body } = await creator.read();
    expect(status).toBe(200);
    expect(configSchema.parse(body)).toEqual(body);
    expect(body).toMatchObject({
      communityId,
      version: 1,
      savedBy: null,
      name: null,
      visibility: 'public',
      timeZone: 'UTC',
      theme: {},
      chatXp: 15,
      replyXp: 20,
      reactionXp: 5,
      cooldownSeconds: 60,
      curve: { kind: 'mee6' },
      topLevel: 200,
      levels: [],
      demotion: 'follow',
      rules: DEFAULT_RULES,
      levelsPending: false,
      integrity: null,
    });
    expect(headers.get('etag')).toBe('"1"');
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('tells how long the way to some levels is', async () => {
    const { body } = await creator.read();
    expect(body.pace.map(({ level }) => level)).toEqual([1, 5, 10, 20, 50, 200]);
    // 4675 XP at 15 a minute.
    expect(body.pace[2]?.hours).toBeCloseTo(4675 / 15 / 60);
  });
});

describe('a save', () => {
  it('changes what it names, leaves the rest, and answers the whole', async () => {
    const answer = await creator.put({ version: 1, chatXp: 30, rules: { dailyCap: 500 } });
    expect(answer).toMatchObject({ status: 200 });
    expect(answer.headers.get('etag')).toBe('"2"');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(configSchema.parse(answer.body)).toEqual(answer.body);
    expect(answer.body).toMatchObject({
      version: 2,
      savedAt: payloadTime.toISOString(),
      savedBy: `key:${keyId}`,
      chatXp: 30,
      replyXp: 20,
      rules: { ...DEFAULT_RULES, dailyCap: 500 },
    });
    expect((await creator.read()).body).toEqual(answer.body);
  });

  it('replaces rules, levels, curve and theme whole', async () => {
    await creator.save({
      rules: { dailyCap: 500 },
      theme: { accent: 'red' },
      levels: [{ level: 1, name: 'A' }],
    });
    const { body } = await creator.save({ rules: { weeklyCap: 900 }, theme: { radius: 4 }, levels: [] });
    expect(body).toMatchObject({ theme: { radius: 4 }, levels: [] });
    expect(body.rules).toEqual({ ...DEFAULT_RULES, weeklyCap: 900 });
    expect(body.theme).toEqual({ radius: 4 });
  });

  it('may name the edited version as If-Match instead', async () => {
    expect(await creator.put({ chatXp: 1 }, { 'if-match': '"1"' })).toMatchObject({ body: { version: 2 } });
    const stale = await creator.put({ chatXp: 2 }, { 'if-match': 'W/"1"' });
    expect(stale).toMatchObject({ status: 409, body: { code: 'version-conflict' } });
    const both = await creator.put({ version: 2, chatXp: 3 }, { 'if-match': '"1"' });
    expect(both.body.errors).toEqual([{ path: 'version', message: 'is another one than `If-Match` says' }]);
    const odd = await creator.put({ chatXp: 3 }, { 'if-match': '"abc"' });
    expect(odd.body.errors?.[0]?.path).toBe('If-Match');
  });

  it('on top of an older version is refused with whose the newer one is', async () => {
    await creator.put({ version: 1, chatXp: 30 });
    const answer = await creator.put({ version: 1, replyXp: 9 });
    expect(answer).toMatchObject({ status: 409, body: { code: 'version-conflict' } });
    expect(answer.body.detail).toContain(
      `Version 2 was saved by key:${keyId} at ${payloadTime.toISOString()}`,
    );
    expect((await creator.read()).body).toMatchObject({ version: 2, replyXp: 20 });
  });

  it('is possible where an older Wee5 saved rules that are refused today, once these are mended', async () => {
    await server.pglite.query(
      `update xp_configurations set rules = '{"dailyCap": -1}' where community_id = $1`,
      [communityId],
    );
    expect(await creator.read()).toMatchObject({
      status: 200,
      body: { rules: { ...DEFAULT_RULES, dailyCap: -1 } },
    });
    expect((await creator.save({ chatXp: 1 })).body.errors).toMatchObject([{ path: 'rules.dailyCap' }]);
    expect(await creator.save({ chatXp: 1, rules: {} })).toMatchObject({ status: 200, body: { version: 2 } });
  });

  it('may be an admin’s, with their name, and is nobody else’s business', async () => {
    const holder = { communityId, userId: 'user_mod' };
    const admin = new Creator(server, communityId, await server.member({ ...holder, access: 'admin' }));
    expect(await admin.save({ chatXp: 3 })).toMatchObject({ status: 200, body: { savedBy: 'user_mod' } });
    const others = [
      new Creator(server, communityId, await server.member(holder)),
      new Creator(server, communityId, {
        'x-wee5-key': (await server.addKey(communityId, 'publishable')).key,
      }),
    ];
    for (const other of others) {
      for (const answer of [
        await other.read(),
        await other.put({ version: 2 }),
        await other.rollback(2, 1),
      ]) {
        expect(answer.status).toBe(403);
      }
      expect((await other.versions()).status).toBe(403);
    }
    expect(await new Creator(server, communityId, {}).read()).toMatchObject({ status: 401 });
  });
});

describe('versions', () => {
  it('are listed newest first, what the community began with included', async () => {
    await creator.save({ chatXp: 30 });
    await creator.save({ chatXp: 40 });
    const { body } = await creator.versions('?limit=2');
    expect(configVersionsSchema.parse(body)).toEqual(body);
    expect(body.versions).toMatchObject([
      { version: 3, savedBy: `key:${keyId}`, restoredFrom: null, document: { chatXp: 40 } },
      { version: 2, document: { chatXp: 30 } },
    ]);
    const rest = await creator.versions(`?limit=2&cursor=${body.nextCursor}`);
    expect(rest.body).toMatchObject({ versions: [{ version: 1, savedBy: null }], nextCursor: null });
    expect(rest.body.versions[0]?.document.rules).toEqual(DEFAULT_RULES);
  });

  it.each(['?cursor=x', '?limit=0', '?limit=51'])('are not listed for %s', async (query) => {
    expect(await creator.versions(query)).toMatchObject({ status: 400, body: { code: 'validation-failed' } });
  });

  it('can be brought back, as a new one', async () => {
    const { body: second } = await creator.save({
      rules: { dailyCap: 500 },
      curve: { kind: 'linear', xpPerLevel: 10 },
      topLevel: 7,
      timeZone: 'Asia/Tokyo',
      visibility: 'members',
    });
    await creator.save({
      rules: {},
      curve: { kind: 'mee6' },
      topLevel: 200,
      timeZone: 'UTC',
      visibility: 'public',
    });

    const { status, body } = await creator.rollback(3, 2);

    expect(status).toBe(200);
    expect(body).toEqual({ ...second, version: 4, levelsPending: body.levelsPending });
    expect((await creator.versions()).body.versions[0]).toMatchObject({ version: 4, restoredFrom: 2 });
    const shown = (await creator.read<Community>('')).body;
    expect(shown.timeZone).toBe('Asia/Tokyo');
    expect(shown.levels.map(({ xp }) => xp)).toEqual([10, 20, 30, 40, 50, 60, 70]);
  });

  it('are not brought back over somebody else’s save, nor where they never were', async () => {
    await creator.save({ chatXp: 30 });
    expect(await creator.rollback(1, 1)).toMatchObject({ status: 409, body: { code: 'version-conflict' } });
    expect(await creator.rollback(2, 9)).toMatchObject({ status: 404, body: { code: 'unknown-version' } });
    expect((await creator.read()).body).toMatchObject({ version: 2, chatXp: 30 });
    expect((await creator.rollback(2, 1)).body).toMatchObject({ version: 3, chatXp: 15 });
  });
});
