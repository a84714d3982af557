import type { AwardResult, Configuration, DatabaseFunctions } from '../database/functions.ts';
import { DatabaseError } from '../database/port.ts';
import type { Activity } from './activity.ts';
import type { Configurations } from './configurations.ts';
import { withProducts } from './held-products.ts';
import { isolatePoison } from './isolate-poison.ts';
import type { Step } from './outcomes.ts';
import { retryConflicts } from './retry-conflicts.ts';
import { withRules } from './ruled.ts';
import { toAward } from './to-award.ts';

/** A decided activity, with the configuration it was scored with. */
export interface Booked {
  activity: Activity;
  configuration: Configuration;
  result: AwardResult;
}

/**
 * Returns the function that scores activities and has the database decide them: what was decided, or the
 * `DatabaseError` that stopped it, for each in order. Only data that the database refuses stands alone with its error.
 */
export function createAward(options: {
  database: Pick<DatabaseFunctions, 'awardXp' | 'findProducts'>;
  configurations: Pick<Configurations, 'find' | 'forget'>;
}): Step<Activity, Booked> {
  const { database, configurations } = options;

  async function book(activities: Activity[]): Promise<Booked[]> {
    const ruled = await withProducts(database, await withRules(configurations, activities));
    const results = await database.awardXp(ruled.map(toAward));
    return ruled.map(({ configuration }, index) => {
      const [activity, result] = [activities[index], results[index]];
      if (activity && result) return { activity, configuration, result };
      throw new Error(`award_xp answered ${results.length} of ${ruled.length} awards.`);
    });
  }

  async function bookOrForgetRules(activities: Activity[]): Promise<Booked[]> {
    try {
      return await book(activities);
    } catch (error) {
      const isStale = error instanceof DatabaseError && error.kind === 'stale-configuration';
      if (isStale) configurations.forget(activities.map(({ communityId }) => communityId));
      throw error;
    }
  }

  return (activities) => isolatePoison(activities, (part) => retryConflicts(() => bookOrForgetRules(part)));
}
