import * as z from 'zod';
import { idSchema } from '../primitives.ts';
import { chatChannelSchema, chatMessageTypeSchema, whopUserSchema } from './chat.ts';

/**
 * `data` of `chat.reaction.created`: `reaction.user` gives, `message.user` receives.
 *
 * Whop never says that a reaction was removed, and a toggled one comes with a new `reaction.id`: the natural key
 * is the giver and the message.
 */
export const chatReactionCreatedSchema = z.object({
  channel: chatChannelSchema,
  message: z.object({
    id: idSchema,
    message_type: chatMessageTypeSchema,
    user: whopUserSchema,
  }),
  reaction: z.object({ user: whopUserSchema }),
});
export type ChatReactionCreated = z.infer<typeof chatReactionCreatedSchema>;
