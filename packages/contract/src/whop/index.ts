import { chatMessageCreatedSchema } from './chat-message-created.ts';
import { chatReactionCreatedSchema } from './chat-reaction-created.ts';

export * from './envelope.ts';
export * from './chat.ts';
export * from './chat-message-created.ts';
export * from './chat-reaction-created.ts';
export * from './reasons.ts';

/** Every event type we handle, with the schema of its `data`. */
export const whopDataSchemas = {
  'chat.message.created': chatMessageCreatedSchema,
  'chat.reaction.created': chatReactionCreatedSchema,
} as const;

/** An event type that can earn XP. */
export type HandledEventType = keyof typeof whopDataSchemas;
