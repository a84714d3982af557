import type { RankCard, RulesInput } from '@wee5/contract';
import fc from 'fast-check';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { changed } from '../support/fixtures.ts';
import { saveRules } from '../support/rules.ts';
import { ana, startTestServer, type TestServer } from '../support/test-server.ts';

const server: TestServer = await startTestServer();
afterAll(() => server.stop());

let communities = 0;
let communityId: string;
beforeEach(() => (communityId = `biz_take_back_${(communities += 1)}`));

/** A tenth of a dollar is one XP, a membership is worth 100. */
const sources = { payment: { xpPerUnit: 10 }, membership: { xp: 100 } };
const save = (rules: RulesInput = {}) => saveRules(server, communityId, { sources, ...rules });

/** The later, the newer: minutes after six by Whop's clock. */
async function deliver(
  name: string,
  minutes: number,
  changes: Record<string, unknown> = {},
): Promise<object> {
  const timestamp = `2026-11-20T18:0${minutes}:00.000Z`;
  const company = name.endsWith('account-shape') ? 'account_id' : 'company_id';
  return (await server.answerTo(changed(name, { [company]: communityId, timestamp, ...changes }))).body;
}

async function xp(): Promise<number> {
  const card = await server.read<RankCard>(`/api/v1/communities/${communityId}/members/${ana}`);
  return card.status === 404 ? 0 : card.body.xp;
}

const accepted = (awards: number) => ({ status: 'accepted', awards });
const duplicate = { status: 'duplicate' };

describe('a refund', () => {
  it('takes back what the payment gave, in either order of arrival', async () => {
    await save();
    expect(await deliver('payment-succeeded', 1)).toEqual(accepted(1));
    expect(await xp()).toBe(490);
    expect(await deliver('refund-created', 2)).toEqual(accepted(0));
    expect(await xp()).toBe(0);

    communityId += '_other_order';
    await save();
    expect(await deliver('refund-created', 2)).toEqual(accepted(0));
    expect(await deliver('payment-succeeded', 1)).toEqual(accepted(1));
    expect(await xp()).toBe(0);
  });

  it('of a part takes back that part, and says nothing new when it comes again', async () => {
    await save();
    await deliver('payment-succeeded', 1);
    expect(await deliver('refund-created', 2, { 'data.amount': 9.8 })).toEqual(accepted(0));
    expect(await xp()).toBe(392);
    expect(await deliver('refund-created', 2, { 'data.amount': 9.8, id: 'msg_2' })).toEqual(duplicate);
    const second = { 'data.amount': 4.9, 'data.id': 'rfnd_2' };
    expect(await deliver('refund-created', 3, second)).toEqual(accepted(0));
    expect(await xp()).toBe(343);
  });

  it('that fails afterwards gives it back, and its older word changes nothing', async () => {
    await save();
    await deliver('payment-succeeded', 1);
    await deliver('refund-created', 2);
    const failed = { type: 'refund.updated', 'data.status': 'failed' };
    expect(await deliver('refund-created', 4, failed)).toEqual(accepted(0));
    expect(await xp()).toBe(490);
    expect(await deliver('refund-created', 3)).toEqual(duplicate);
    expect(await xp()).toBe(490);
  });

  it('takes nothing where the community lets members keep it, also when that changes later', async () => {
    await save({ takeBack: { refund: 'keep' } });
    await deliver('payment-succeeded', 1);
    expect(await deliver('refund-created', 2)).toEqual(accepted(0));
    expect(await xp()).toBe(490);
    expect(await deliver('refund-created', 2, { id: 'msg_2' })).toEqual(duplicate);
    await save({ takeBack: { refund: 'take' } });
    expect(await deliver('refund-created', 2, { id: 'msg_3' })).toEqual(duplicate);
    expect(await xp()).toBe(490);
    // News of it counts by the rules that hold when it comes.
    expect(await deliver('refund-created', 3, { type: 'refund.updated' })).toEqual(accepted(0));
    expect(await xp()).toBe(0);
  });

  it('in the shape that tells no total takes back its part of what was paid, in either order', async () => {
    const flat = (amount: string) => ({
      'data.payment': undefined,
      'data.payment_id': 'pay_7Yh2Kd',
      'data.amount': { amount, currency: 'usd', decimals: 2, display_decimals: 2 },
    });
    await save();
    await deliver('payment-succeeded', 1);
    await deliver('refund-created', 2, flat('9.80'));
    expect(await xp()).toBe(392);

    communityId += '_other_order';
    await save();
    await deliver('refund-created', 2, flat('9.80'));
    await deliver('refund-created', 3, { ...flat('14.70'), 'data.id': 'rfnd_2' });
    await deliver('payment-succeeded', 1);
    expect(await xp()).toBe(245);
  });

  it('that was taken stays taken when members may keep from now on, until it fails', async () => {
    await save();
    await deliver('payment-succeeded', 1);
    await deliver('refund-created', 2);
    await save({ takeBack: { refund: 'keep' } });
    await deliver('refund-created', 3, { type: 'refund.updated' });
    expect(await xp()).toBe(0);
    await deliver('refund-created', 4, { type: 'refund.updated', 'data.status': 'canceled' });
    expect(await xp()).toBe(490);
  });
});

describe('a dispute', () => {
  const dispute = (status: string, changes: Record<string, unknown> = {}) => ({
    type: 'dispute.updated',
    data: { id: 'dspt_1', status, payment: { id: 'pay_7Yh2Kd' }, ...changes },
  });

  it('takes back what the payment gave until it is won', async () => {
    await save();
    await deliver('payment-succeeded', 1);
    await deliver('refund-created', 2, { ...dispute('needs_response'), type: 'dispute.created' });
    expect(await xp()).toBe(0);
    await deliver('refund-created', 3, dispute('won'));
    expect(await xp()).toBe(490);
  });

  it('beside a refund takes no more than there was', async () => {
    await save();
    await deliver('payment-succeeded', 1);
    await deliver('chat-message', 1);
    await deliver('refund-created', 2, { 'data.amount': 24.5 });
    await deliver('refund-created', 3, dispute('lost'));
    expect(await xp()).toBe(15);
  });
});

describe('a membership', () => {
  it('pays its bonus once in either shape, and keeps it when it ends', async () => {
    await save();
    expect(await deliver('membership-activated', 1)).toEqual(accepted(1));
    expect(await deliver('membership-activated-account-shape', 1)).toEqual(duplicate);
    expect(await deliver('membership-deactivated', 2)).toEqual(accepted(0));
    expect(await xp()).toBe(100);
  });

  it('that ended takes its bonus along where the community says so, and brings it back', async () => {
    await save({ takeBack: { deactivation: 'take' } });
    await deliver('membership-activated', 1);
    expect(await deliver('membership-deactivated', 2)).toEqual(accepted(0));
    expect(await xp()).toBe(0);
    expect(await deliver('membership-deactivated', 2, { id: 'msg_2' })).toEqual(duplicate);
    expect(await deliver('membership-activated', 3)).toEqual(accepted(0));
    expect(await xp()).toBe(100);
    // Late news of the past.
    await deliver('membership-deactivated', 2, { 'data.status': 'canceled' });
    expect(await xp()).toBe(100);
  });

  it('makes what its holders do worth more, from when it began until it ends', async () => {
    await save({ multipliers: [{ name: 'guild', factor: 2, products: ['prod_1Qq8'] }] });
    const chat = (minutes: number, id: string) =>
      deliver('chat-message', minutes, {
        'data.message.id': id,
        'data.message.created_at': `2026-11-20T18:0${minutes}:00.000Z`,
      });
    expect(await deliver('membership-activated', 1)).toEqual(accepted(1));
    expect(await xp()).toBe(200);
    await chat(2, 'post_member');
    expect(await xp()).toBe(230);
    await deliver('membership-deactivated', 3);
    await chat(4, 'post_after');
    expect(await xp()).toBe(245);
    await chat(0, 'post_before');
    expect(await xp()).toBe(260);
  });
});

it('any order and any batches of the same events end with the same total', async () => {
  const multipliers = [{ name: 'guild', factor: 2, products: ['prod_1Qq8'], sources: ['chat' as const] }];
  const chat = { id: 'msg_chat', 'data.message.created_at': '2026-11-20T18:09:00.000Z' };
  const events: [string, number, Record<string, unknown>][] = [
    ['payment-succeeded', 1, {}],
    ['refund-created', 2, { 'data.amount': 24.5 }],
    ['refund-created', 3, { type: 'refund.updated', 'data.amount': 12.25 }],
    ['refund-created', 4, { 'data.id': 'rfnd_2', 'data.amount': 4.9 }],
    ['membership-activated', 1, {}],
    ['membership-deactivated', 2, {}],
    ['membership-activated', 3, {}],
    ['membership-deactivated', 4, { 'data.id': 'mem_other' }],
  ];
  await fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray(events, { minLength: events.length }),
      fc.nat(7),
      async (order, cut) => {
        communityId = `biz_any_order_${(communities += 1)}`;
        await save({ takeBack: { deactivation: 'take' }, multipliers });
        for (const batch of [order.slice(0, cut), order.slice(cut)]) {
          await Promise.all(batch.map(([name, minutes, changes]) => deliver(name, minutes, changes)));
        }
        await deliver('chat-message', 9, chat);
        // 490 less 0.35 of it (rounded half up: 172), the bonus that came back, and twice a message.
        expect(await xp()).toBe(490 - 172 + 100 + 30);
      },
    ),
    { numRuns: 12 },
  );
});
