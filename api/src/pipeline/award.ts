import { setTimeout as pause } from 'node:timers/promises';
import type { Award, AwardResult, Configuration, DatabaseFunctions } from '../database/functions.ts';
import { DatabaseError, type DatabaseErrorKind } from '../database/port.ts';
import type { Activity } from './activity.ts';
import type { Configurations } from './configurations.ts';
import { isolatePoison } from './isolate-poison.ts';
import { score } from './score.ts';

/** A decided activity, with the configuration it was scored with. */
export interface Booked {
  activity: Activity;
  configuration: Configuration;
  result: AwardResult;
}

const CONFLICT_RETRIES = 3;
const JITTER_MS = 20;

/**
 * Returns the function that scores activities and has the database decide them: what was decided, or the
 * `DatabaseError` that stopped it, for each in order. Only data that the database refuses stands alone with its error.
 */
export function createAward(options: {
  database: Pick<DatabaseFunctions, 'awardXp'>;
  configurations: Pick<Configurations, 'find' | 'forget'>;
}) {
  const { database, configurations } = options;

  async function book(activities: Activity[]): Promise<Booked[]> {
    const rules = await configurations.find(communitiesOf(activities));
    const scored = activities.map((activity) => scoreWith(rules, activity));
    const results = await database.awardXp(scored.map(({ award }) => award));
    return scored.map(({ activity, configuration }, index) => {
      const result = results[index];
      if (!result) throw new Error(`award_xp answered ${results.length} of ${scored.length} awards.`);
      return { activity, configuration, result };
    });
  }

  async function bookWithCurrentRules(activities: Activity[]): Promise<Booked[]> {
    try {
      return await book(activities);
    } catch (error) {
      if (!isOf(error, 'stale-configuration')) throw error;
      configurations.forget(communitiesOf(activities));
      return book(activities);
    }
  }

  return (activities: Activity[]): Promise<PromiseSettledResult<Booked>[]> =>
    isolatePoison(activities, (part) => retryConflicts(() => bookWithCurrentRules(part)));
}

/** Another transaction won; what lost was rolled back as a whole and is likely to win next. */
async function retryConflicts<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let retries = 0; ; retries += 1) {
    try {
      return await work();
    } catch (error) {
      if (!isOf(error, 'conflict') || retries === CONFLICT_RETRIES) throw error;
      await pause(Math.random() * JITTER_MS);
    }
  }
}

function scoreWith(rules: Map<string, Configuration>, activity: Activity) {
  const configuration = rules.get(activity.communityId);
  if (!configuration) throw new DatabaseError('The community has no configuration.', { kind: 'poison' });
  return { activity, configuration, award: toAward(activity, configuration) };
}

function toAward(activity: Activity, configuration: Configuration): Award {
  const { xp, receipt, refusal, newcomerXp, newcomerDays } = score(configuration, activity);
  return {
    communityId: activity.communityId,
    userId: activity.userId,
    type: activity.type,
    key: activity.key,
    at: activity.at.toISOString(),
    xp,
    configVersion: configuration.version,
    receipt,
    facts: {},
    refusal,
    counterpartId: activity.receiverId,
    replyToKey: activity.replyToKey ?? null,
    newcomerXp,
    newcomerDays,
    username: activity.username,
    displayName: activity.displayName,
    joinedAt: null,
  };
}

function communitiesOf(activities: Activity[]): Set<string> {
  return new Set(activities.map(({ communityId }) => communityId));
}

function isOf(error: unknown, kind: DatabaseErrorKind): boolean {
  return error instanceof DatabaseError && error.kind === kind;
}
