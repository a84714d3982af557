import type { DatabaseFunctions, TakeBackResult } from '../database/functions.ts';
import type { TakeBack } from './activity.ts';
import type { Configurations } from './configurations.ts';
import { isolatePoison } from './isolate-poison.ts';
import type { Step } from './outcomes.ts';
import { retryConflicts } from './retry-conflicts.ts';
import { withRules, type Ruled } from './ruled.ts';

/** What came of a word. */
export type TakenBack = TakeBackResult['outcome'];

/** Returns the function that takes back what no longer holds, or gives it back: what came of each word, in order. */
export function createTakeBack(options: {
  database: Pick<DatabaseFunctions, 'takeBack'>;
  configurations: Pick<Configurations, 'find'>;
}): Step<TakeBack, TakenBack> {
  const { database, configurations } = options;

  async function takeBack(words: TakeBack[]): Promise<TakenBack[]> {
    const ruled = await withRules(configurations, words);
    const results = await database.takeBack(ruled.map(toRow));
    return results.map(({ outcome }) => outcome);
  }

  return (all) => isolatePoison(all, (part) => retryConflicts(() => takeBack(part)));
}

/**
 * Under `keep` a word takes nothing, and the database remembers that for a later `take`. What was taken under an earlier
 * `take` stays so, until the reason for it is gone.
 */
function toRow({ item: { at, ...word }, configuration }: Ruled<TakeBack>) {
  const kept = word.share > 0 && configuration.rules.takeBack[word.reason] === 'keep';
  return { ...word, at: at.toISOString(), kept };
}
