import type { RankCard } from '@wee5/contract';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { awardOf } from '../support/award.ts';
import { changed, fixture } from '../support/fixtures.ts';
import { saveRules } from '../support/rules.ts';
import { ana, ben, startTestServer, type TestServer } from '../support/test-server.ts';

const server: TestServer = await startTestServer();
afterAll(() => server.stop());

let communities = 0;
let communityId: string;
beforeEach(() => (communityId = `biz_sources_${(communities += 1)}`));

/** A recorded payload in the community of the test, with some of its values replaced. */
function payload(name: string, changes: Record<string, unknown> = {}): string {
  const isAccount = fixture(name).includes('"account_id"');
  return changed(name, { [isAccount ? 'account_id' : 'company_id']: communityId, ...changes });
}

async function deliver(name: string, changes: Record<string, unknown> = {}): Promise<object> {
  return (await server.answerTo(payload(name, changes))).body;
}

function readCard(userId: string) {
  return server.read<RankCard>(`/api/v1/communities/${communityId}/members/${userId}`);
}

async function xpOf(userId: string): Promise<number> {
  const card = await readCard(userId);
  return card.status === 404 ? 0 : card.body.xp;
}

const accepted = (awards: number) => ({ status: 'accepted', awards });
const duplicate = { status: 'duplicate' };

describe('a reaction, where being reacted to is worth something', () => {
  const rules = { sources: { reaction_received: { xp: 7 } } };

  it('pays the giver and the author, once per giver and message', async () => {
    await saveRules(server, communityId, rules);
    expect(await deliver('chat-reaction')).toEqual(accepted(2));
    expect([await xpOf(ben), await xpOf(ana)]).toEqual([5, 7]);
    const toggled = { id: 'msg_again', 'data.reaction.id': 'reac_other', timestamp: '2026-11-20T18:05:50Z' };
    expect(await deliver('chat-reaction', toggled)).toEqual(duplicate);
    expect([await xpOf(ben), await xpOf(ana)]).toEqual([5, 7]);
  });

  it('pays the author of each giver while the givers cool down', async () => {
    await saveRules(server, communityId, rules);
    await deliver('chat-reaction');
    const other = { 'data.message.id': 'post_other', id: 'msg_2', timestamp: '2026-11-20T18:04:32Z' };
    expect(await deliver('chat-reaction', other)).toEqual(accepted(1));
    expect(await deliver('chat-reaction', { 'data.reaction.user.id': 'user_cy' })).toEqual(accepted(2));
    expect([await xpOf(ben), await xpOf(ana)]).toEqual([5, 21]);
  });

  it('pays nobody for a reaction to themselves', async () => {
    await saveRules(server, communityId, rules);
    expect(await deliver('chat-reaction-to-self')).toMatchObject({ status: 'ignored' });
    expect(await xpOf(ana)).toBe(0);
  });

  it('is quarantined where one of the two is refused as data, and the other counts once', async () => {
    await saveRules(server, communityId, rules);
    await enrich(ana);
    expect(await deliver('chat-reaction')).toEqual({ status: 'quarantined' });
    expect(await deliver('chat-reaction', { id: 'msg_again' })).toEqual({ status: 'quarantined' });
    expect([await xpOf(ben), await xpOf(ana)]).toEqual([5, Number.MAX_SAFE_INTEGER - 1]);
  });
});

describe('a reaction, where being reacted to is worth nothing', () => {
  it('is not booked for the author, who is paid when it comes again and is worth something', async () => {
    expect(await deliver('chat-reaction')).toEqual(accepted(1));
    expect((await readCard(ana)).status).toBe(404);
    await saveRules(server, communityId, { sources: { reaction_received: { xp: 7 } } });
    expect(await deliver('chat-reaction', { id: 'msg_toggled' })).toEqual(accepted(1));
    expect([await xpOf(ben), await xpOf(ana)]).toEqual([5, 7]);
  });
});

describe('a lesson', () => {
  it('counts once per member and lesson, whatever the ids of its event', async () => {
    await saveRules(server, communityId, { sources: { lesson: { xp: 25 } } });
    expect(await deliver('lesson-completed')).toEqual(accepted(1));
    const again = { id: 'msg_2', 'data.id': 'crsli_other', timestamp: '2026-11-20T18:05:00Z' };
    expect(await deliver('lesson-completed', again)).toEqual(duplicate);
    expect(await deliver('lesson-completed', { 'data.lesson.id': 'lesn_2' })).toEqual(accepted(1));
    expect(await deliver('lesson-completed', { 'data.user.id': ben })).toEqual(accepted(1));
    expect([await xpOf(ana), await xpOf(ben)]).toEqual([50, 25]);
  });

  it('that is off is booked with its reason, and stays worth nothing', async () => {
    expect(await deliver('lesson-completed')).toEqual(accepted(0));
    await saveRules(server, communityId, { sources: { lesson: { xp: 25 } } });
    expect(await deliver('lesson-completed')).toEqual(duplicate);
    expect(await xpOf(ana)).toBe(0);
  });
});

/** Gives a member so much that any award would count past what is exact. */
async function enrich(userId: string): Promise<void> {
  const xp = Number.MAX_SAFE_INTEGER - 1;
  const fortune = awardOf({ communityId, userId, key: 'chat:fortune', at: '2026-11-20T10:00:00Z', xp });
  await server.context.functions.awardXp([{ ...fortune, configVersion: 2 }]);
}
