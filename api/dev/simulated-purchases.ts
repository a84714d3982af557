import type { Persona } from './personas.ts';
import { makeId, type Envelope, type Held, type SentPayment, type WhopPayloads } from './whop-payloads.ts';

const lessons = [
  'Find a problem',
  'Talk to ten people',
  'Pricing your offer',
  'The first landing page',
  'Launch',
];
const MONTHLY_DOLLARS = 29;

/** What members do with courses and money: who is at which lesson, who has paid for what. */
export class SimulatedPurchases {
  readonly #payloads: WhopPayloads;
  readonly #lessonsDone = new Map<string, number>();
  readonly #held = new Map<string, Held>();
  readonly #payments: SentPayment[] = [];

  constructor(payloads: WhopPayloads) {
    this.#payloads = payloads;
  }

  nextLesson(member: Persona): Envelope {
    const number = this.#lessonsDone.get(member.id) ?? 0;
    this.#lessonsDone.set(member.id, number + 1);
    const lesson = { id: `lesn_${number % lessons.length}`, title: lessons[number % lessons.length] ?? '' };
    return this.#payloads.lesson(member, lesson, new Date());
  }

  buy(member: Persona): Envelope[] {
    const known = this.#held.get(member.id);
    const held = known ?? { member, membershipId: makeId('mem_') };
    this.#held.set(member.id, held);
    const at = new Date();
    const payment = { ...held, id: makeId('pay_'), total: MONTHLY_DOLLARS, at };
    this.#payments.push(payment);
    const paid = this.#payloads.payment(payment);
    return known ? [paid] : [this.#payloads.membership('membership.activated', held, at), paid];
  }

  /** Of the last payment that was not refunded yet; undefined where there is none. */
  refund(share: number): Envelope | undefined {
    const payment = this.#payments.pop();
    return payment && this.#payloads.refund(payment, payment.total * share, new Date());
  }
}
