import type { Flag, IntegrityCheck } from '@wee5/contract';
import type { Database } from './port.ts';

/** Members are compared with the log in slices; `next` is after whom to go on, null at the end. */
interface Slice {
  members: number;
  next: string | null;
}

export interface ComparedSlice extends Slice, Pick<IntegrityCheck, 'counts' | 'mismatches'> {}

export interface RebuiltSlice extends Slice {
  /** How many there were of each kind. */
  mended: Record<string, number>;
}

/** What the log is compared with, and signs of farming: one method per SQL function. */
export class IntegrityFunctions {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** The ids of the communities after one, in order; at most `limit`. */
  listCommunityIds(afterId: string, limit: number): Promise<string[]> {
    return this.#database.call('list_community_ids', { after_id: afterId, page_limit: limit });
  }

  /** Compares a slice of members with the log, in one moment and without a lock. */
  findMismatches(communityId: string, afterId: string, limit: number): Promise<ComparedSlice> {
    return this.#database.call('find_mismatches', {
      community_id: communityId,
      after_id: afterId,
      page_limit: limit,
    });
  }

  /** Makes a slice of members what the log says; only who differs is locked. */
  rebuildMembers(communityId: string, afterId: string, limit: number): Promise<RebuiltSlice> {
    return this.#database.call('rebuild_members', {
      community_id: communityId,
      after_id: afterId,
      page_limit: limit,
    });
  }

  /**
   * Takes, for 15 minutes, the community whose last check is the oldest and from before `since`; null where none is
   * due or another replica has one. Those of `skipping` are passed over.
   */
  claimIntegrityCheck(claim: { at: string; since: string; skipping: string[] }): Promise<string | null> {
    return this.#database.call('claim_integrity_check', claim);
  }

  /** Lets the next community be claimed. */
  releaseIntegrityCheck(): Promise<null> {
    return this.#database.call('release_integrity_check', {});
  }

  saveIntegrityCheck(communityId: string, check: IntegrityCheck): Promise<null> {
    return this.#database.call('save_integrity_check', { integrity_check: { communityId, ...check } });
  }

  /** The last checks, newest first. */
  listIntegrityChecks(communityId: string, limit: number): Promise<IntegrityCheck[]> {
    return this.#database.call('list_integrity_checks', { community_id: communityId, page_limit: limit });
  }

  /** Deletes checks older than 90 days; returns how many. */
  deleteExpiredChecks(at: string): Promise<number> {
    return this.#database.call('delete_expired_checks', { at });
  }

  /** Looks for signs of farming in the community's last whole day; returns how many are new. */
  raiseFlags(communityId: string, at: string): Promise<number> {
    return this.#database.call('raise_flags', { community_id: communityId, at });
  }

  /** The newest flags, dismissed ones included. */
  listFlags(communityId: string, limit: number): Promise<FlagRow[]> {
    return this.#database.call('list_flags', { community_id: communityId, page_limit: limit });
  }

  /** Null for a flag that this community does not have. Dismissing twice keeps the first time. */
  dismissFlag(flag: {
    communityId: string;
    flagId: string;
    at: string;
    by: string;
  }): Promise<FlagRow | null> {
    const { communityId, flagId, ...rest } = flag;
    return this.#database.call('dismiss_flag', { community_id: communityId, flag_id: flagId, ...rest });
  }
}

/** A flag without what TypeScript adds to it. */
export type FlagRow = Omit<Flag, 'summary'>;
