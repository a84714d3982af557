import * as z from 'zod';
import { idSchema, timeSchema } from '../primitives.ts';
import { liveConfigSchema } from './live-config.ts';
import { rankCardSchema } from './rank-card.ts';

/** What a member may do in a community: `admin` is everybody of the creator's team, moderators included. */
export const accessSchema = z.enum(['member', 'admin']);
export type Access = z.infer<typeof accessSchema>;

/**
 * `POST /sessions` inside Whop, beside the `x-whop-user-token` header: the experience the page was opened for, or the
 * community itself.
 */
export const whopSessionRequestSchema = z
  .object({ communityId: idSchema.optional(), experienceId: idSchema.optional() })
  .refine(({ communityId, experienceId }) => (communityId ?? experienceId) !== undefined, {
    path: ['experienceId'],
    message: 'Give `experienceId` or `communityId`',
  });
export type WhopSessionRequest = z.infer<typeof whopSessionRequestSchema>;

/** `POST /sessions` from a creator's own server, with `Authorization: Bearer sk_…`: whom the token is for. */
export const serverSessionRequestSchema = z.object({ userId: idSchema });
export type ServerSessionRequest = z.infer<typeof serverSessionRequestSchema>;

/** What a page works with from now on: a member token, its member, and how to hear about changes. */
export const sessionSchema = z.object({
  token: z.string().min(1).describe('A member token: `Authorization: Bearer …` until it runs out'),
  expiresAt: timeSchema.describe('At most an hour from now; ask for another one before that'),
  communityId: idSchema,
  member: rankCardSchema.describe('Their own card'),
  access: accessSchema.describe('What they may do'),
  live: liveConfigSchema.describe('How they hear about changes'),
});
export type Session = z.infer<typeof sessionSchema>;
