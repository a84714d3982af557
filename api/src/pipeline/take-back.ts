import type { DatabaseFunctions, TakeBackResult } from '../database/functions.ts';
import type { TakeBack } from './activity.ts';
import type { Configurations } from './configurations.ts';
import { isolatePoison } from './isolate-poison.ts';
import type { Step } from './outcomes.ts';
import { retryConflicts } from './retry-conflicts.ts';
import { withRules, type Ruled } from './ruled.ts';

/** What came of a word: what the database says, or that the community lets its members keep what they have. */
export type TakenBack = TakeBackResult['outcome'] | 'kept';

/** Returns the function that takes back what no longer holds, or gives it back: what came of each word, in order. */
export function createTakeBack(options: {
  database: Pick<DatabaseFunctions, 'takeBack'>;
  configurations: Pick<Configurations, 'find'>;
}): Step<TakeBack, TakenBack> {
  const { database, configurations } = options;

  async function takeBack(words: TakeBack[]): Promise<TakenBack[]> {
    const told = (await withRules(configurations, words)).filter(isTold).map(({ item }) => item);
    const results = told.length > 0 ? await database.takeBack(told.map(toRow)) : [];
    const outcomes = new Map(told.map((word, index) => [word, results[index]?.outcome]));
    return words.map((word) => outcomes.get(word) ?? 'kept');
  }

  return (all) => isolatePoison(all, (part) => retryConflicts(() => takeBack(part)));
}

/**
 * Under `keep` nothing is said that would take something, and a later `take` does not find it. What was taken under an
 * earlier `take` stays so, until the reason for it is gone.
 */
function isTold({ item: { share, reason }, configuration }: Ruled<TakeBack>): boolean {
  return share === 0 || configuration.rules.takeBack[reason] === 'take';
}

function toRow({ at, ...word }: TakeBack) {
  return { ...word, at: at.toISOString() };
}
