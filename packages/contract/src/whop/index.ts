import { chatMessageCreatedSchema } from './chat-message-created.ts';
import { chatReactionCreatedSchema } from './chat-reaction-created.ts';
import { memberSchema } from './member.ts';

export * from './envelope.ts';
export * from './chat.ts';
export * from './chat-message-created.ts';
export * from './chat-reaction-created.ts';
export * from './member.ts';
export * from './reasons.ts';

/** Every event type we handle, with the schema of its `data`. */
export const whopDataSchemas = {
  'chat.message.created': chatMessageCreatedSchema,
  'chat.reaction.created': chatReactionCreatedSchema,
  'member.created': memberSchema,
  'member.updated': memberSchema,
} as const;

/** An event type that means something to us: it can earn XP, or says who a member is. */
export type HandledEventType = keyof typeof whopDataSchemas;
