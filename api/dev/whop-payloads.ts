import { randomBytes } from 'node:crypto';
import type { Persona } from './personas.ts';

/** A message as it was sent, so that others can answer and react to it. */
export interface SentMessage {
  readonly id: string;
  readonly author: Persona;
  readonly at: Date;
  readonly content: string | null;
}

/** Who holds which membership. */
export interface Held {
  readonly member: Persona;
  readonly membershipId: string;
}

/** A payment as it was sent, so that it can be refunded. */
export interface SentPayment extends Held {
  readonly id: string;
  /** In dollars. */
  readonly total: number;
  readonly at: Date;
}

/** A Whop webhook body (v1 envelope), before it is signed. */
export interface Envelope {
  readonly id: string;
  readonly type: string;
  readonly [field: string]: unknown;
}

/** Builds payloads in the shapes Whop sends; `companyId` is the community. */
export class WhopPayloads {
  readonly #companyId: string;

  constructor(companyId: string) {
    this.#companyId = companyId;
  }

  /** A chat message, or a reply where `replyTo` is given. */
  message(message: SentMessage, replyTo?: SentMessage): Envelope {
    return this.#chat('chat.message.created', message.at, {
      reason: 'channel_message',
      message: messageData(message, replyTo),
    });
  }

  reaction(giver: Persona, message: SentMessage, emoji: string, at: Date): Envelope {
    return this.#chat('chat.reaction.created', at, {
      reason: 'message_reaction',
      message: messageData(message),
      reaction: { id: makeId('reac_'), emoji, resource_id: message.id, user: userData(giver) },
    });
  }

  lesson(member: Persona, lesson: { id: string; title: string }, at: Date): Envelope {
    return this.#envelope('course_lesson_interaction.completed', at, {
      id: makeId('crsli_'),
      completed: true,
      created_at: at.toISOString(),
      user: userData(member),
      lesson: { ...lesson, chapter: { id: 'chap_simulated' } },
      course: { id: 'cors_simulated', title: 'Launch in 30 days', experience: { id: 'exp_simulated' } },
    });
  }

  /** Whether it begins or ends is for `type` to say. */
  membership(type: 'membership.activated' | 'membership.deactivated', held: Held, at: Date): Envelope {
    return this.#envelope(type, at, {
      id: held.membershipId,
      status: type === 'membership.activated' ? 'active' : 'expired',
      company: { id: this.#companyId, title: 'Demo community' },
      user: { ...userData(held.member), email: null },
      member: { id: `mber_${held.member.id}` },
      plan: { id: 'plan_simulated', metadata: null },
      product,
      joined_at: at.toISOString(),
      created_at: at.toISOString(),
      cancel_at_period_end: false,
    });
  }

  payment({ id, member, total, membershipId, at }: SentPayment): Envelope {
    return this.#envelope('payment.succeeded', at, {
      id,
      status: 'paid',
      substatus: 'succeeded',
      created_at: at.toISOString(),
      paid_at: at.toISOString(),
      currency: 'usd',
      total,
      subtotal: total,
      usd_total: total,
      refunded_amount: 0,
      company: { id: this.#companyId, title: 'Demo community' },
      user: { ...userData(member), email: null },
      membership: { id: membershipId, status: 'active' },
      product,
    });
  }

  refund(payment: SentPayment, amount: number, at: Date): Envelope {
    return this.#envelope('refund.created', at, {
      id: makeId('rfnd_'),
      amount,
      currency: 'usd',
      created_at: at.toISOString(),
      status: 'succeeded',
      payment: {
        id: payment.id,
        user: { ...userData(payment.member), email: null },
        total: payment.total,
        membership: { id: payment.membershipId },
      },
    });
  }

  #chat(type: string, at: Date, data: Record<string, unknown>): Envelope {
    return this.#envelope(type, at, { audience: { type: 'channel', user_ids: null }, channel, ...data });
  }

  #envelope(type: string, at: Date, data: Record<string, unknown>): Envelope {
    return {
      id: makeId('msg_'),
      api_version: 'v1',
      type,
      timestamp: at.toISOString(),
      data,
      company_id: this.#companyId,
    };
  }
}

/** An id in Whop's style: opaque, with the prefix of its kind. */
export function makeId(prefix: string): string {
  return prefix + randomBytes(9).toString('hex');
}

const product = { id: 'prod_simulated', title: 'Guild Pass', metadata: null };
const channel = { id: 'feed_simulated', type: 'chat', experience_id: 'exp_simulated' };

function messageData(message: SentMessage, replyTo?: SentMessage): Record<string, unknown> {
  return {
    id: message.id,
    content: message.content,
    created_at: message.at.toISOString(),
    updated_at: message.at.toISOString(),
    is_edited: false,
    is_pinned: false,
    mentions: replyTo ? [replyTo.author.id] : [],
    mentions_everyone: false,
    message_type: 'regular',
    poll: null,
    poll_votes: [],
    reaction_counts: [],
    replying_to_message_id: replyTo?.id ?? null,
    user: userData(message.author),
    view_count: null,
  };
}

function userData({ id, name, username }: Persona): Record<string, unknown> {
  return { id, name, username };
}
