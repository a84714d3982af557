import * as z from 'zod';
import { idSchema } from '../primitives.ts';
import { whopTextSchema } from './primitives.ts';

/** Where a message was written; only `chat` earns. */
export const chatChannelTypeSchema = z.enum(['chat', 'direct_message', 'support']);
export type ChatChannelType = z.infer<typeof chatChannelTypeSchema>;

/** Who wrote a message; only `regular` earns. Whop's own samples leave the field out, which means `regular`. */
export const chatMessageTypeSchema = z
  .enum(['regular', 'system', 'automated'])
  .nullish()
  .transform((type) => type ?? 'regular');
export type ChatMessageType = z.infer<typeof chatMessageTypeSchema>;

export const chatChannelSchema = z.object({ type: chatChannelTypeSchema });

/** A Whop user as chat events name them: no avatar, no email, no role. */
export const whopUserSchema = z.object({
  id: idSchema,
  username: whopTextSchema,
  name: whopTextSchema,
});
export type WhopUser = z.infer<typeof whopUserSchema>;

/** The parts of a chat event's `data` that can make it earn nothing by definition, whatever the rest looks like. */
export const chatHeadSchema = z.object({
  channel: chatChannelSchema,
  message: z.object({ message_type: chatMessageTypeSchema }).nullable().catch(null),
});
/**
 * Read this before the whole event: a direct message of a shape we do not know must still be ignored without a
 * trace, not kept in quarantine. `message` is null where its type cannot be read.
 */
export type ChatHead = z.infer<typeof chatHeadSchema>;
