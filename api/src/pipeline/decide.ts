import type { Metrics } from '../metrics.ts';
import type { Activity } from './activity.ts';
import type { Booked } from './award.ts';
import type { Configurations } from './configurations.ts';
import type { CoolDown } from './cool-down.ts';
import type { Step } from './outcomes.ts';
import { findRules } from './ruled.ts';
import { isOff } from './score.ts';
import type { Touches } from './touch.ts';

/** What became of an activity: what the database says, or why it never got there. */
export type Decision = Booked | 'refused-early' | 'worth-nothing';

/** Returns what the activities of a batch go through: leave out, refuse early, book the rest. */
export function createDecide(steps: {
  configurations: Pick<Configurations, 'find'>;
  coolDown: Pick<CoolDown, 'refused'>;
  touches: Pick<Touches, 'add'>;
  book: Step<Activity, Booked>;
  metrics: Pick<Metrics, 'activitiesDecided'>;
}): Step<Activity, Decision> {
  return async (activities) => {
    const worthless = await findWorthless(steps.configurations, activities);
    const paid = activities.filter((activity) => !worthless.has(activity));
    const refused = await steps.coolDown.refused(paid);
    steps.touches.add(refused);
    steps.metrics.activitiesDecided('refused-early', refused.size);
    const open = paid.filter((activity) => !refused.has(activity));
    const booked = await steps.book(open);
    const results = new Map(open.map((activity, index) => [activity, booked[index]]));
    return activities.map((activity) => results.get(activity) ?? unbooked(refused.has(activity)));
  };
}

function unbooked(isRefused: boolean): PromiseFulfilledResult<Decision> {
  return { status: 'fulfilled', value: isRefused ? 'refused-early' : 'worth-nothing' };
}

/** Being reacted to is nothing that a member does: where it is worth nothing, there is nothing to tell them either. */
async function findWorthless(
  configurations: Pick<Configurations, 'find'>,
  activities: Activity[],
): Promise<Set<Activity>> {
  const received = activities.filter(({ type }) => type === 'reaction_received');
  if (received.length === 0) return new Set();
  const rules = await findRules(configurations, received);
  return new Set(
    received.filter(({ communityId, type }) => {
      const configuration = rules.get(communityId);
      return configuration !== undefined && isOff(configuration, type);
    }),
  );
}
