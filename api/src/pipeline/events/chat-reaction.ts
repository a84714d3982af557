import { chatReactionCreatedSchema, whopEnvelopeSchema } from '@wee5/contract';
import { ignoredChannel } from './earns-nothing.ts';
import { lookForText } from './look.ts';
import { unknownShape, type Mapped } from './mapper.ts';
import { namesOf } from './names.ts';

const schema = whopEnvelopeSchema.extend({ data: chatReactionCreatedSchema });

/**
 * `chat.reaction.created`: an activity of the member who reacts, and of the author whose message it is. Each counts
 * once per giver and message, however often it is toggled. What the system wrote has no author to be credited.
 */
export function mapChatReaction(payload: Record<string, unknown>): Mapped {
  const reason = ignoredChannel(payload);
  if (reason) return { kind: 'ignored', reason };
  const parsed = schema.safeParse(payload);
  if (!parsed.success) return unknownShape(parsed.error);

  const { message, reaction } = parsed.data.data;
  const giver = reaction.user;
  const author = message.user;
  if (giver.id === author.id) return { kind: 'ignored', reason: 'self-reaction' };
  const common = {
    // Whop gives a reaction no time of its own.
    at: new Date(parsed.data.timestamp),
    experienceId: lookForText(payload, 'data', 'channel', 'experience_id'),
    contentLength: 0,
  };
  const given = {
    ...common,
    ...namesOf(giver),
    userId: giver.id,
    type: 'reaction' as const,
    key: `reaction:${giver.id}:${message.id}`,
    counterpartId: author.id,
  };
  const received = {
    ...common,
    ...namesOf(author),
    userId: author.id,
    type: 'reaction_received' as const,
    key: `received:${giver.id}:${message.id}`,
    counterpartId: giver.id,
  };
  return { kind: 'meaning', activities: message.message_type === 'regular' ? [given, received] : [given] };
}
