import * as z from 'zod';

/** Who may read a community: everybody, its members, or its admins alone. */
export const communityVisibilitySchema = z.enum(['public', 'members', 'private']);
export type CommunityVisibility = z.infer<typeof communityVisibilitySchema>;

/** Who sees a member: everybody, members of the community, or only the member and its admins. */
export const memberVisibilitySchema = z.enum(['public', 'members', 'hidden']);
export type MemberVisibility = z.infer<typeof memberVisibilitySchema>;
