import type { ProfileRow } from '../../../api/src/database/functions.ts';
import { instant } from '../support/index.ts';
import type { TestCommunity } from '../support/index.ts';

/** What Whop says of a member at a time. */
export function profile(
  club: TestCommunity,
  userId: string,
  details: Partial<Omit<ProfileRow, 'fetchedAt'>> & { at?: string } = {},
): ProfileRow {
  const { at = '12:00:00', ...fields } = details;
  return {
    communityId: club.id,
    userId,
    username: userId,
    displayName: `The ${userId}`,
    avatarUrl: `https://img.example/${userId}.png`,
    fetchedAt: instant(at),
    ...fields,
  };
}
