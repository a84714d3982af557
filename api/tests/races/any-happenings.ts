import * as fc from 'fast-check';
import { userIds } from '../preview/arbitraries.ts';
import { chat, event, lesson, membershipEnded, membershipOf, payment, reaction } from './any-webhooks.ts';
import { disputeOf, refundOf } from './any-webhooks.ts';

/** An activity that something that happened is, under its natural key. */
export interface Happened {
  key: string;
  userId: string;
  source: string;
}

/** How it is told: as a webhook with a body of its own for each delivery, or by the creator's server. */
export type Word = { body: (communityId: string) => string } | { event: Record<string, unknown> };

export interface Happening {
  at: Date;
  /** Memberships come first where nothing depends on the order but what is known of members, messages second. */
  phase: 0 | 1 | 2;
  activities: Happened[];
  /** The payment or membership of which this takes a share back by now. */
  takesBack?: { key: string; of: string; share: number; reason: 'refund' | 'dispute' | 'deactivation' };
  word: Word;
}

const seconds = fc.oneof(
  { weight: 9, arbitrary: fc.integer({ min: 0, max: 90 }) },
  { weight: 1, arbitrary: fc.integer({ min: 600, max: 30_000 }) },
);
const anyStep = fc.record({
  userId: fc.constantFrom(...userIds),
  what: fc.constantFrom(
    ...(['chat', 'chat', 'chat', 'reply', 'reply', 'reaction', 'reaction', 'reaction', 'reaction'] as const),
    ...(['lesson', 'webinar', 'webinar', 'payment', 'payment'] as const),
  ),
  seconds,
  experienceId: fc.constantFrom('exp_1', 'exp_2', null),
  length: fc.integer({ min: 0, max: 12 }),
  back: fc.integer({ min: 1, max: 4 }),
  amount: fc.constantFrom(8, 40),
  after: fc.constantFrom('nothing', 'part', 'whole', 'failed', 'lost', 'won', 'part and lost'),
});
export type Step = typeof anyStep extends fc.Arbitrary<infer Each> ? Each : never;

const anyMembership = fc.record({
  productId: fc.constantFrom('prod_vip', 'prod_other'),
  joinedDaysBefore: fc.constantFrom(0, 2, 40),
  endsAfterHours: fc.option(fc.integer({ min: 1, max: 60 })),
});

/** What a few members do one after the other, and the membership that each has. */
export const anySteps = fc.record({
  memberships: fc.tuple(anyMembership, anyMembership, anyMembership, anyMembership),
  steps: fc.array(anyStep, { minLength: 90, maxLength: 110, size: 'max' }),
});
type Steps = typeof anySteps extends fc.Arbitrary<infer Each> ? Each : never;

interface Message {
  id: string;
  userId: string;
}

/** In event-time order. Where nothing can repeat, what counts once happens at one time only. */
export function toHappenings(
  { memberships, steps }: Steps,
  { from, canRepeat }: { from: Date; canRepeat: boolean },
): Happening[] {
  const happenings = memberships.flatMap((membership, index) => {
    const at = new Date(from.getTime() + index + 1);
    const userId = userIds[index] ?? '';
    const { endsAfterHours: hours } = membership;
    const ended = hours === null ? [] : [membershipEnded({ userId, ...membership, at: later(at, hours) })];
    return [membershipOf({ userId, ...membership, at }), ...ended];
  });
  const messages: Message[] = [];
  let time = from.getTime() + 1000;
  for (const [index, step] of steps.entries()) {
    // No two at one moment: their order would be one of keys.
    time += step.seconds * 1000 || 1;
    const told = tell({ step, index, at: new Date(time), messages, canRepeat });
    happenings.push(...told);
  }
  const seen = new Set<string>();
  return happenings
    .filter(({ activities: [first] }) => canRepeat || !first || isFirst(seen, first.key))
    .toSorted((one, other) => one.at.getTime() - other.at.getTime());
}

function tell(what: {
  step: Step;
  index: number;
  at: Date;
  messages: Message[];
  canRepeat: boolean;
}): Happening[] {
  const { step, index, at, messages, canRepeat } = what;
  const common = { ...step, at };
  const message = messages.at(-step.back);
  switch (step.what) {
    case 'lesson':
      return [lesson({ ...common, id: `lesn_${canRepeat ? index % 3 : index}` })];
    case 'webinar':
      return [event({ ...common, id: `webinar_${index}` })];
    case 'payment':
      return [payment({ ...common, id: `pay_${index}` }), ...takeBacksOf(step, `pay_${index}`, at)];
    case 'reaction':
      if (message) return [reaction({ ...common, message })];
      break;
    case 'reply':
      return [chat({ ...common, id: `post_${index}`, answers: message?.id ?? 'post_unknown' })];
    case 'chat':
  }
  messages.push({ id: `post_${index}`, userId: step.userId });
  return [chat({ ...common, id: `post_${index}`, answers: null })];
}

function takeBacksOf({ amount, after }: Step, paymentId: string, paidAt: Date): Happening[] {
  const at = later(paidAt, 1);
  const of = { paymentId, amount };
  const whole = refundOf({ ...of, at, share: 1 });
  const part = refundOf({ ...of, at, share: 0.25 });
  const lost = disputeOf({ ...of, at: later(paidAt, 2), share: 1 });
  const byWhat: Record<Step['after'], Happening[]> = {
    nothing: [],
    part: [part],
    whole: [whole],
    failed: [whole, refundOf({ ...of, at: later(paidAt, 2), share: 0 })],
    lost: [lost],
    won: [lost, disputeOf({ ...of, at: later(paidAt, 3), share: 0 })],
    'part and lost': [part, lost],
  };
  return byWhat[after];
}

function later(at: Date, hours: number): Date {
  return new Date(at.getTime() + hours * 3_600_000 + 500);
}

function isFirst(seen: Set<string>, key: string): boolean {
  if (seen.has(key)) return false;
  seen.add(key);
  return true;
}
