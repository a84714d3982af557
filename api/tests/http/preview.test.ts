import { previewSchema, type Preview } from '@wee5/contract';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dumpWhole } from '../preview/whole-database.ts';
import { createGate } from '../pipeline/support.ts';
import { startIdentityServer, type IdentityServer } from '../support/identity-server.ts';
import { changed } from '../support/fixtures.ts';
import { ana, ben, communityId, payloadTime, type Answer } from '../support/test-server.ts';

const path = `/api/v1/communities/${communityId}/config/preview`;

let server: IdentityServer;
let admin: Record<string, string>;
beforeEach(async () => {
  server = await startIdentityServer();
  await server.addCommunity(communityId, 'public');
  admin = await server.member({ communityId, userId: 'user_admin', access: 'admin' });
});
afterEach(() => server.stop());

function preview(change: object, headers = admin): Promise<Answer<Preview>> {
  const init = { method: 'POST', headers: { ...headers, 'content-type': 'application/json' } };
  return server.read<Preview>(path, { ...init, body: JSON.stringify(change) });
}

/** Messages of a member, `minutesAgo` before now. */
async function say(userId: string, ...minutesAgo: number[]): Promise<void> {
  for (const minutes of minutesAgo) {
    const at = new Date(payloadTime.getTime() - minutes * 60_000).toISOString();
    const id = `${userId}_${minutes}`;
    const body = changed('chat-message', {
      id: `msg_${id}`,
      timestamp: at,
      'data.message.id': `post_${id}`,
      'data.message.created_at': at,
      'data.message.user.id': userId,
    });
    expect(await server.answerTo(body)).toMatchObject({ body: { awards: 1 } });
  }
}

describe('a preview', () => {
  it('tells who moves, how levels shift and which rewards would unlock', async () => {
    // Ana has 5 × 15, Ben 3 × 15; the first level begins at 100.
    await say(ana, 50, 40, 30, 20, 10);
    await say(ben, 35, 25, 15);
    const { functions } = server.context;
    await functions.createReward({ communityId, levelRequirement: 1, type: 'badge', name: 'Regular' });

    const { status, headers, body } = await preview({
      chatXp: 30,
      curve: { kind: 'linear', xpPerLevel: 50 },
      topLevel: 3,
      rules: { noXpMembers: [ben] },
    });
    expect([status, headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(previewSchema.parse(body)).toEqual(body);
    expect(body).toMatchObject({
      communityId,
      basedOnVersion: 1,
      atOnce: {
        levels: [
          { level: 0, before: 2, after: 1 },
          { level: 1, before: 0, after: 1 },
        ],
        up: 1,
        down: 0,
        rewards: 1,
      },
      replay: {
        to: payloadTime.toISOString(),
        complete: true,
        activities: 8,
        xpBefore: 120,
        xpAfter: 150,
        levels: [
          { level: 0, before: 2, after: 1 },
          { level: 3, before: 0, after: 1 },
        ],
        up: 1,
        down: 0,
        rewards: 1,
      },
    });
    const [first, second] = body.replay.movers;
    expect(first).toMatchObject({ userId: ben, xpBefore: 45, xpAfter: 0, rankBefore: 2, rankAfter: null });
    expect(second).toMatchObject({
      userId: ana,
      xpBefore: 75,
      xpAfter: 150,
      levelBefore: 0,
      levelAfter: 3,
      rankBefore: 1,
      rankAfter: 1,
    });
  });

  it('of nothing changes nothing', async () => {
    await say(ana, 3, 2, 1);
    const { body } = await preview({});
    expect(body.atOnce).toMatchObject({ up: 0, down: 0, rewards: 0 });
    expect(body.replay).toMatchObject({ xpBefore: 45, xpAfter: 45, movers: [], rewards: 0 });
  });

  it('tries what was refused: a message that was too short earns without that rule', async () => {
    const { functions } = server.context;
    const current = await functions.getConfiguration(communityId);
    const rules = { sources: { chat: { minLength: 2000 } } };
    const put = await server.read(`/api/v1/communities/${communityId}/config`, {
      method: 'PUT',
      headers: { ...admin, 'content-type': 'application/json' },
      body: JSON.stringify({ version: current?.version, rules }),
    });
    expect(put.status).toBe(200);
    const at = new Date(payloadTime.getTime() - 60_000).toISOString();
    await server.answerTo(changed('chat-message', { timestamp: at, 'data.message.created_at': at }));

    const { body } = await preview({ rules: {} });
    expect(body.replay).toMatchObject({ activities: 1, xpBefore: 0, xpAfter: 15 });
  });

  it('leaves what is older than 30 days as it is', async () => {
    const day = 24 * 60;
    await say(ana, 31 * day, 29 * day);
    const { body } = await preview({ chatXp: 100 });
    expect(body.replay).toMatchObject({ activities: 1, xpBefore: 15, xpAfter: 100 });
    expect(body.replay.movers).toMatchObject([{ userId: ana, xpBefore: 30, xpAfter: 115 }]);
  });

  it('writes nothing at all', async () => {
    await say(ana, 50, 40);
    await say(ben, 30);
    const { functions } = server.context;
    await functions.createReward({ communityId, levelRequirement: 1, type: 'badge', name: 'Regular' });
    const before = await dumpWhole(server.pglite);
    const { status } = await preview({ chatXp: 500, timeZone: 'Europe/Lisbon', demotion: 'keep' });
    expect(status).toBe(200);
    expect(await dumpWhole(server.pglite)).toEqual(before);
    expect(before.get('public.activity_log')).toHaveLength(3);
  });
});

describe('a preview is refused', () => {
  it('for what could not be saved, with its path', async () => {
    const answer = await preview({ rules: { dailyCap: -1 } });
    expect(answer).toMatchObject({ status: 400, body: { code: 'validation-failed' } });
    expect(answer.body.errors?.map((error) => error.path)).toEqual(['rules.dailyCap']);
  });

  it('where somebody else has saved since the version that was edited', async () => {
    expect(await preview({ version: 1 })).toMatchObject({ status: 200 });
    expect(await preview({ version: 2 })).toMatchObject({ status: 409, body: { code: 'version-conflict' } });
  });

  it('to members and to nobody in particular', async () => {
    const member = await server.member({ communityId, userId: ana });
    expect(await preview({}, member)).toMatchObject({ status: 403 });
    expect(await preview({}, {})).toMatchObject({ status: 401 });
  });

  it('while another one of the same community is made, and no longer than that', async () => {
    const { functions } = server.context;
    const begun = createGate();
    const gate = createGate();
    const getPreviewFrame = functions.getPreviewFrame.bind(functions);
    functions.getPreviewFrame = async (window) => {
      begun.open();
      await gate.passed;
      return getPreviewFrame(window);
    };
    const first = preview({});
    await begun.passed;
    const second = await preview({});
    expect(second).toMatchObject({ status: 429, body: { code: 'rate-limited' } });
    expect(second.headers.get('retry-after')).toBe('5');
    gate.open();
    expect(await first).toMatchObject({ status: 200 });
    expect(await preview({})).toMatchObject({ status: 200 });
  });
});
