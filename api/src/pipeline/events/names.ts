import type { WhopUser } from '@wee5/contract';
import type { Activity } from '../activity.ts';
import { storableName } from './text.ts';

/** How a member is called in an event; nulls where it does not say. */
export function namesOf(user: WhopUser | null | undefined): Pick<Activity, 'username' | 'displayName'> {
  return { username: storableName(user?.username ?? null), displayName: storableName(user?.name ?? null) };
}
