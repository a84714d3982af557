import * as z from 'zod';

/**
 * What kind of activity earns XP; each source has its own XP value and its own cooldown.
 * A reply is a chat message that answers another; a reaction counts for the member who gives it.
 */
export const activityTypeSchema = z.enum(['chat', 'reply', 'reaction']).describe('The source of an activity');
export type ActivityType = z.infer<typeof activityTypeSchema>;
