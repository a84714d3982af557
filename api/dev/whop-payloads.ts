import { randomBytes } from 'node:crypto';
import type { Persona } from './personas.ts';

/** A message as it was sent, so that others can answer and react to it. */
export interface SentMessage {
  readonly id: string;
  readonly author: Persona;
  readonly at: Date;
  readonly content: string | null;
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
    return this.#envelope('chat.message.created', message.at, {
      reason: 'channel_message',
      message: messageData(message, replyTo),
    });
  }

  reaction(giver: Persona, message: SentMessage, emoji: string, at: Date): Envelope {
    return this.#envelope('chat.reaction.created', at, {
      reason: 'message_reaction',
      message: messageData(message),
      reaction: { id: makeId('reac_'), emoji, resource_id: message.id, user: userData(giver) },
    });
  }

  #envelope(type: string, at: Date, data: Record<string, unknown>): Envelope {
    return {
      id: makeId('msg_'),
      api_version: 'v1',
      type,
      timestamp: at.toISOString(),
      data: { audience: { type: 'channel', user_ids: null }, channel, ...data },
      company_id: this.#companyId,
    };
  }
}

/** An id in Whop's style: opaque, with the prefix of its kind. */
export function makeId(prefix: string): string {
  return prefix + randomBytes(9).toString('hex');
}

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
