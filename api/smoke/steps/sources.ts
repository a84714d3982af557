import { makeId } from '../../dev/whop-payloads.ts';
import type { EventsAnswer } from '@wee5/contract';
import { ask, xpOf } from '../ask.ts';
import { expectEqual, type Step } from '../step.ts';
import { personOf } from '../world.ts';

export const creatorEvents: Step = {
  claim: 'a creator’s server tells of events; each counts once, and a cap clips what is left',
  async run(world) {
    // All at one moment, so that they are of one day.
    const at = new Date(Date.now() - 30 * 60_000).toISOString();
    const event = (idempotencyKey: string) => ({
      name: 'webinar',
      userId: 'user_member',
      idempotencyKey,
      at,
    });
    const { events } = await ask<EventsAnswer>(world, 'creator', {
      method: 'POST',
      path: '/events',
      body: { events: ['first', 'first', 'second', 'third'].map(event) },
    });
    const seen = events.map(({ status, xp, refusal }) => [status, xp, refusal]);
    expectEqual('what became of four events', seen, [
      ['awarded', 30, null],
      ['duplicate', 0, null],
      ['awarded', 20, null],
      ['refused', 0, 'cap'],
    ]);
    expectEqual('what the cap left', events[2]?.receipt?.cap?.left, 20);
    return events.map(({ summary }) => summary).join('; ');
  },
};

export const receivedReactions: Step = {
  claim: 'a reaction earns for the member who gave it and for the one who received it',
  async run(world) {
    const at = new Date(Date.now() - 20 * 60_000);
    const message = { id: makeId('post_'), author: personOf('user_member'), at, content: null };
    const before = [await xpOf(world, 'user_neighbour'), await xpOf(world, 'user_member')];
    const react = () =>
      world.deliver((payloads) => payloads.reaction(personOf('user_neighbour'), message, '🔥', at));
    expectEqual('the reaction', await react(), { status: 'accepted', awards: 2, httpStatus: 200 });
    const after = [await xpOf(world, 'user_neighbour'), await xpOf(world, 'user_member')];
    const gained = after.map((xp, index) => xp - (before[index] ?? 0));
    expectEqual('what giver and receiver gained', gained, [5, 7]);
    return '5 XP for the giver, 7 for the receiver';
  },
};

export const refundedPayments: Step = {
  claim: 'a payment earns, and its refund takes back the refunded part',
  async run(world) {
    const at = new Date(Date.now() - 10 * 60_000);
    const member = personOf('user_buyer');
    const payment = { id: makeId('pay_'), member, membershipId: makeId('mem_'), total: 20, at };
    await world.deliver((payloads) => payloads.payment(payment));
    const paid = await xpOf(world, 'user_buyer');
    await world.deliver((payloads) => payloads.refund(payment, 5, new Date()));
    const left = await xpOf(world, 'user_buyer');
    expectEqual('the totals after payment and refund', [paid, left], [200, 150]);
    return `${paid} XP for the payment, ${left} after a quarter was refunded`;
  },
};
