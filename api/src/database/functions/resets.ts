import type { Database } from '../port.ts';
import type { ResetRow, UndoneReset } from '../rows.ts';
import { PATIENT } from './patience.ts';

export function resetFunctions(database: Database) {
  return {
    /** The newest 200, newest first. */
    listResets(communityId: string): Promise<ResetRow[]> {
      return database.call('list_resets', { community_id: communityId });
    },

    /** Puts everybody's total to 0, or one member's; null for a member who does not exist. */
    makeReset(reset: {
      communityId: string;
      /** The same id resets once. */
      resetId: string;
      userId: string | null;
      reason: string;
      by: string;
      at: string;
    }): Promise<ResetRow | null> {
      return database.call('make_reset', { reset }, PATIENT);
    },

    /** Gives back what a reset took, once; null for an unknown one. */
    undoReset(undo: {
      communityId: string;
      resetId: string;
      by: string;
      at: string;
    }): Promise<UndoneReset | null> {
      const { communityId, resetId, ...rest } = undo;
      const names = { community_id: communityId, reset_id: resetId, ...rest };
      return database.call('undo_reset', names, PATIENT);
    },
  };
}
