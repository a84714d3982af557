import { changed } from '../support/fixtures.ts';

/** One thing that happened; it may be delivered many times under many webhook ids. */
export interface Happening {
  communityId: string;
  userId: string;
  source: 'chat' | 'reply' | 'reaction';
  key: string;
  at: Date;
  /** The body of one more delivery, with a webhook id of its own. */
  body(): string;
}

let deliveryNumber = 0;

/** Random activities of a few members within `spanMs`, so close together that cooldowns bind. */
export function happenings(count: number, spanMs: number, random: () => number): Happening[] {
  const newest = Date.now();
  return Array.from({ length: count }, (_, index) => {
    const communityId = `biz_${Math.floor(random() * 3)}`;
    const userId = `user_${Math.floor(random() * 12)}`;
    const at = new Date(newest - Math.floor(random() * spanMs));
    const source = (['chat', 'reply', 'reaction'] as const)[Math.floor(random() * 3)] ?? 'chat';
    const messageId = `post_${index}`;
    return {
      communityId,
      userId,
      source,
      at,
      key: source === 'reaction' ? `reaction:${userId}:${messageId}` : `chat:${messageId}`,
      body: () => bodyOf({ communityId, userId, source, at, messageId }),
    };
  });
}

function bodyOf(what: {
  communityId: string;
  userId: string;
  source: Happening['source'];
  at: Date;
  messageId: string;
}): string {
  const { communityId, userId, source, at, messageId } = what;
  const common = { id: `msg_${++deliveryNumber}`, company_id: communityId, 'data.message.id': messageId };
  if (source === 'reaction') {
    return changed('chat-reaction', {
      ...common,
      timestamp: at.toISOString(),
      'data.reaction.user.id': userId,
    });
  }
  return changed('chat-message', {
    ...common,
    'data.message.user.id': userId,
    'data.message.created_at': at.toISOString(),
    'data.message.replying_to_message_id': source === 'reply' ? 'post_other' : null,
  });
}

/** A small seeded generator (mulberry32), so that a failing run can be repeated. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function shuffled<T>(list: T[], random: () => number): T[] {
  return list
    .map((value) => ({ value, order: random() }))
    .sort((a, b) => a.order - b.order)
    .map(({ value }) => value);
}
