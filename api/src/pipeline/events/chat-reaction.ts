import { chatReactionCreatedSchema, whopEnvelopeSchema } from '@wee5/contract';
import { ignoredChannel } from './earns-nothing.ts';
import { lookForText } from './look.ts';
import { unknownShape, type Mapped } from './mapper.ts';
import { storableName } from './text.ts';

const schema = whopEnvelopeSchema.extend({ data: chatReactionCreatedSchema });

/** `chat.reaction.created`: earns for the member who reacts, once per message however often it is toggled. */
export function mapChatReaction(payload: Record<string, unknown>): Mapped {
  const reason = ignoredChannel(payload);
  if (reason) return { kind: 'ignored', reason };
  const parsed = schema.safeParse(payload);
  if (!parsed.success) return unknownShape(parsed.error);

  const { message, reaction } = parsed.data.data;
  const giver = reaction.user;
  if (giver.id === message.user.id) return { kind: 'ignored', reason: 'self-reaction' };
  return {
    kind: 'activity',
    activity: {
      userId: giver.id,
      type: 'reaction',
      key: `reaction:${giver.id}:${message.id}`,
      // Whop gives a reaction no time of its own.
      at: new Date(parsed.data.timestamp),
      username: storableName(giver.username),
      displayName: storableName(giver.name),
      experienceId: lookForText(payload, 'data', 'channel', 'experience_id'),
      receiverId: message.user.id,
      contentLength: 0,
    },
  };
}
