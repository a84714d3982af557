import * as z from 'zod';
import { idSchema } from '../primitives.ts';
import { chatChannelSchema, chatMessageTypeSchema, whopUserSchema } from './chat.ts';
import { whopTimeSchema } from './primitives.ts';

/**
 * `data` of `chat.message.created`: a message, or a reply where `replying_to_message_id` names another message.
 *
 * The text itself is left out on purpose: what is never read cannot be stored or logged.
 */
export const chatMessageCreatedSchema = z.object({
  channel: chatChannelSchema,
  message: z.object({
    id: idSchema,
    created_at: whopTimeSchema,
    message_type: chatMessageTypeSchema,
    replying_to_message_id: idSchema.nullish(),
    user: whopUserSchema,
  }),
});
export type ChatMessageCreated = z.infer<typeof chatMessageCreatedSchema>;
