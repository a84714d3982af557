import * as z from 'zod';

/** Why a well-signed event earns nothing by definition. */
export const ignoredReasonSchema = z
  .enum([
    'unhandled-type',
    'unsupported-api-version',
    'direct-message',
    'support-message',
    'system-message',
    'automated-message',
    'self-reaction',
    'member-without-user',
    'member-without-picture',
    'lesson-not-completed',
    'membership-without-user',
    'payment-without-user',
    'refund-without-payment',
    'dispute-without-payment',
  ])
  .describe('Why the event earns nothing by definition');
export type IgnoredReason = z.infer<typeof ignoredReasonSchema>;

/** Why a well-signed event of a type we handle is kept aside, to be replayed once mended. */
export const quarantineReasonSchema = z
  .enum(['unknown-shape', 'missing-community', 'future-dated', 'refused-by-database'])
  .describe('Why the event is kept aside');
export type QuarantineReason = z.infer<typeof quarantineReasonSchema>;
