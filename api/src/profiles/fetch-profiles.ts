import type { ProfileRow } from '../database/functions.ts';
import { storableName } from '../pipeline/events/text.ts';
import { WhopError, type WhopApi } from '../whop/port.ts';
import type { Wanted } from './waiting-members.ts';

export interface Fetched {
  profiles: ProfileRow[];
  /** Whom Whop does not know. */
  gone: string[];
  /** Who could not be had, with the reason; after the first nobody else is asked for. */
  failed: { userId: string; error: WhopError }[];
}

/** Asks Whop for profiles in the background, `atOnce` at a time. */
export async function fetchProfiles(
  { communityId, userIds }: Wanted,
  options: { whop: Pick<WhopApi, 'getProfile'>; now: () => Date; signal: AbortSignal; atOnce: number },
): Promise<Fetched> {
  const { whop, now, signal, atOnce } = options;
  const fetched: Fetched = { profiles: [], gone: [], failed: [] };
  const left = userIds.values();

  async function fetchOne(userId: string): Promise<void> {
    // Of the moment before: a name that an event brings meanwhile is newer.
    const fetchedAt = now().toISOString();
    try {
      const profile = await whop.getProfile({ userId, companyId: communityId }, { background: true, signal });
      fetched.profiles.push({ ...toStorable(profile), communityId, userId, fetchedAt });
    } catch (error) {
      if (!(error instanceof WhopError)) throw error;
      if (error.kind === 'not-found') fetched.gone.push(userId);
      else fetched.failed.push({ userId, error });
    }
  }

  async function fetchInTurn(): Promise<void> {
    for (const userId of left) {
      await fetchOne(userId);
      if (fetched.failed.length > 0) return;
    }
  }

  await Promise.all(Array.from({ length: atOnce }, fetchInTurn));
  return fetched;
}

function toStorable({
  username,
  displayName,
  avatarUrl,
}: Awaited<ReturnType<WhopApi['getProfile']>>): Pick<ProfileRow, 'username' | 'displayName' | 'avatarUrl'> {
  return { username: storableName(username), displayName: storableName(displayName), avatarUrl };
}
