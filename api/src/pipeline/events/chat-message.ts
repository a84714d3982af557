import { chatMessageCreatedSchema, whopEnvelopeSchema } from '@wee5/contract';
import { ignoredChannel, ignoredMessageType } from './earns-nothing.ts';
import { lookForText } from './look.ts';
import { unknownShape, type Mapped } from './mapper.ts';
import { namesOf } from './names.ts';
import { countCodePoints } from './text.ts';

const schema = whopEnvelopeSchema.extend({ data: chatMessageCreatedSchema });

/** `chat.message.created`: a message, or a reply where it answers another. It earns for its author. */
export function mapChatMessage(payload: Record<string, unknown>): Mapped {
  const reason = ignoredChannel(payload) ?? ignoredMessageType(payload);
  if (reason) return { kind: 'ignored', reason };
  const parsed = schema.safeParse(payload);
  if (!parsed.success) return unknownShape(parsed.error);

  const { message } = parsed.data.data;
  const answered = message.replying_to_message_id;
  return {
    kind: 'meaning',
    activities: [
      {
        userId: message.user.id,
        type: answered ? 'reply' : 'chat',
        key: `chat:${message.id}`,
        at: new Date(message.created_at),
        ...namesOf(message.user),
        experienceId: lookForText(payload, 'data', 'channel', 'experience_id'),
        counterpartId: null,
        contentLength: countCodePoints(lookForText(payload, 'data', 'message', 'content') ?? ''),
        replyToKey: answered ? `chat:${answered}` : null,
      },
    ],
  };
}
