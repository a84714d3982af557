import type { DatabaseFunctions } from '../database/functions.ts';
import type { MembershipWord } from './activity.ts';
import type { Configurations } from './configurations.ts';
import { isolatePoison } from './isolate-poison.ts';
import type { Step } from './outcomes.ts';
import { retryConflicts } from './retry-conflicts.ts';
import { withRules } from './ruled.ts';

/** Returns the function that keeps what was said about memberships: for each word, in order, whether that was possible. */
export function createSaveMemberships(options: {
  database: Pick<DatabaseFunctions, 'saveMemberships'>;
  configurations: Pick<Configurations, 'find'>;
}): Step<MembershipWord, MembershipWord> {
  const { database, configurations } = options;

  return (words) =>
    isolatePoison(words, async (part) => {
      // Only to have their communities come into being.
      await withRules(configurations, part);
      await retryConflicts(() =>
        database.saveMemberships(part.map((word) => ({ ...word, at: word.at.toISOString() }))),
      );
      return part;
    });
}
