import { chatMessageCreatedSchema } from './chat-message-created.ts';
import { chatReactionCreatedSchema } from './chat-reaction-created.ts';
import { disputeSchema } from './dispute.ts';
import { lessonCompletedSchema } from './lesson.ts';
import { memberSchema } from './member.ts';
import { membershipSchema } from './membership.ts';
import { paymentSchema } from './payment.ts';
import { refundSchema } from './refund.ts';

export * from './envelope.ts';
export * from './chat.ts';
export * from './chat-message-created.ts';
export * from './chat-reaction-created.ts';
export * from './lesson.ts';
export * from './member.ts';
export * from './membership.ts';
export * from './payment.ts';
export * from './refund.ts';
export * from './dispute.ts';
export * from './reasons.ts';

/** Every event type we handle, with the schema of its `data`. */
export const whopDataSchemas = {
  'chat.message.created': chatMessageCreatedSchema,
  'chat.reaction.created': chatReactionCreatedSchema,
  'course_lesson_interaction.completed': lessonCompletedSchema,
  'member.created': memberSchema,
  'member.updated': memberSchema,
  'membership.activated': membershipSchema,
  'membership.deactivated': membershipSchema,
  'payment.succeeded': paymentSchema,
  'refund.created': refundSchema,
  'refund.updated': refundSchema,
  'dispute.created': disputeSchema,
  'dispute.updated': disputeSchema,
} as const;

/** An event type that means something to us: it can earn or take back XP, or says who a member is. */
export type HandledEventType = keyof typeof whopDataSchemas;
