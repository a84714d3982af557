import type { WebhookAnswer } from '@wee5/contract';
import type { DatabaseFunctions, ProfileRow } from '../database/functions.ts';
import type { MemberProfile } from './activity.ts';
import type { RunBatch } from './batcher.ts';
import { isolatePoison, isPoison } from './isolate-poison.ts';
import type { Quarantine } from './quarantine.ts';
import type { VerifiedEvent } from './verify.ts';

/** An event that says who a member is, until it is kept. */
export interface Naming {
  event: VerifiedEvent;
  profile: MemberProfile;
}

/**
 * Returns what a batch of profiles goes through. Those of users who never did anything in the community are dropped:
 * they come again, fresh, when they are needed.
 */
export function createSaveProfiles(steps: {
  database: Pick<DatabaseFunctions, 'saveProfiles'>;
  quarantine: Quarantine;
}): RunBatch<Naming, WebhookAnswer> {
  return async (namings) => {
    const saved = await isolatePoison(namings, async (part) => {
      await steps.database.saveProfiles(part.map(({ profile }) => toRow(profile)));
      return part;
    });
    return Promise.allSettled(namings.map((naming, index) => answer(naming, saved[index], steps.quarantine)));
  };
}

async function answer(
  { event, profile }: Naming,
  saved: PromiseSettledResult<Naming> | undefined,
  quarantine: Quarantine,
): Promise<WebhookAnswer> {
  if (saved?.status !== 'rejected') return { status: 'accepted', awards: 0 };
  if (!isPoison(saved.reason)) throw saved.reason;
  return quarantine(event, { reason: 'refused-by-database', communityId: profile.communityId });
}

function toRow({ at, ...profile }: MemberProfile): ProfileRow {
  return { ...profile, fetchedAt: at.toISOString() };
}
