import { changed } from '../support/fixtures.ts';
import type { Happening, Step, Word } from './any-happenings.ts';

type Of<More> = Pick<Step, 'userId' | 'experienceId' | 'length'> & { at: Date } & More;

let deliveries = 0;

function webhook(fixture: string, at: Date, changes: Record<string, unknown>): Word {
  return {
    body: (communityId) =>
      changed(fixture, {
        id: `msg_any_${(deliveries += 1)}`,
        company_id: communityId,
        timestamp: at.toISOString(),
        ...changes,
      }),
  };
}

export function chat(what: Of<{ id: string; answers: string | null }>): Happening {
  const { userId, at, id, answers, length } = what;
  const word = webhook('chat-message', at, {
    'data.channel.experience_id': what.experienceId,
    'data.message.id': id,
    'data.message.user.id': userId,
    'data.message.created_at': at.toISOString(),
    'data.message.content': 'x'.repeat(length),
    'data.message.replying_to_message_id': answers,
  });
  const source = answers === null ? 'chat' : 'reply';
  return { at, phase: answers === null ? 1 : 2, activities: [{ key: `chat:${id}`, userId, source }], word };
}

/** Whoever reacts to their own message does nothing that counts. */
export function reaction(what: Of<{ message: { id: string; userId: string } }>): Happening {
  const { userId, at, message } = what;
  const word = webhook('chat-reaction', at, {
    'data.channel.experience_id': what.experienceId,
    'data.message.id': message.id,
    'data.message.user.id': message.userId,
    'data.reaction.user.id': userId,
  });
  const given = { key: `reaction:${userId}:${message.id}`, userId, source: 'reaction' };
  const received = {
    key: `received:${userId}:${message.id}`,
    userId: message.userId,
    source: 'reaction_received',
  };
  return { at, phase: 2, activities: userId === message.userId ? [] : [given, received], word };
}

export function lesson({ userId, at, id, experienceId }: Of<{ id: string }>): Happening {
  const word = webhook('lesson-completed', at, {
    'data.user.id': userId,
    'data.lesson.id': id,
    'data.course.experience.id': experienceId ?? 'exp_course',
  });
  return { at, phase: 2, activities: [{ key: `lesson:${userId}:${id}`, userId, source: 'lesson' }], word };
}

export function event({ userId, at, id, experienceId }: Of<{ id: string }>): Happening {
  const told = { name: 'webinar', userId, idempotencyKey: id, at: at.toISOString() };
  const word = { event: { ...told, ...(experienceId && { experienceId }) } };
  return { at, phase: 2, activities: [{ key: `event:${id}`, userId, source: 'event.webinar' }], word };
}

interface Membership {
  userId: string;
  productId: string;
  joinedDaysBefore: number;
  at: Date;
}

export function membershipOf(membership: Membership): Happening {
  const { userId, at } = membership;
  const key = `membership:mem_${userId}`;
  const word = webhook('membership-activated', at, membershipChanges(membership));
  return { at, phase: 0, activities: [{ key, userId, source: 'membership' }], word };
}

export function membershipEnded(membership: Membership): Happening {
  const { userId, at } = membership;
  const word = webhook('membership-deactivated', at, membershipChanges(membership));
  const key = `deactivation:mem_${userId}`;
  const takesBack = { key, of: `membership:mem_${userId}`, share: 1, reason: 'deactivation' as const };
  return { at, phase: 0, activities: [], takesBack, word };
}

function membershipChanges({ userId, productId, joinedDaysBefore, at }: Membership) {
  return {
    'data.id': `mem_${userId}`,
    'data.user.id': userId,
    'data.product.id': productId,
    'data.joined_at': new Date(at.getTime() - joinedDaysBefore * 86_400_000).toISOString(),
  };
}

export function payment({ userId, at, id, amount }: Of<{ id: string; amount: number }>): Happening {
  const word = webhook('payment-succeeded', at, {
    'data.id': id,
    'data.user.id': userId,
    'data.total': amount,
    'data.usd_total': amount,
  });
  return { at, phase: 2, activities: [{ key: `payment:${id}`, userId, source: 'payment' }], word };
}

interface TakeBack {
  paymentId: string;
  amount: number;
  at: Date;
  share: number;
}

/** Of a share of 0 it is the word that the refund failed. */
export function refundOf({ paymentId, amount, at, share }: TakeBack): Happening {
  const word = webhook('refund-created', at, {
    'data.id': `rfnd_${paymentId}`,
    'data.amount': amount * (share || 1),
    'data.status': share === 0 ? 'failed' : 'succeeded',
    'data.payment.id': paymentId,
    'data.payment.total': amount,
    ...(share === 0 && { type: 'refund.updated' }),
  });
  const takesBack = {
    key: `refund:${paymentId}`,
    of: `payment:${paymentId}`,
    share,
    reason: 'refund' as const,
  };
  return { at, phase: 2, activities: [], takesBack, word };
}

export function disputeOf({ paymentId, at, share }: TakeBack): Happening {
  const word = webhook('refund-created', at, {
    type: share === 0 ? 'dispute.updated' : 'dispute.created',
    data: {
      id: `dspt_${paymentId}`,
      status: share === 0 ? 'won' : 'needs_response',
      payment: { id: paymentId },
    },
  });
  const takesBack = {
    key: `dispute:${paymentId}`,
    of: `payment:${paymentId}`,
    share,
    reason: 'dispute' as const,
  };
  return { at, phase: 2, activities: [], takesBack, word };
}
