import type { AwardOutcome, Metrics } from '../metrics.ts';
import type { Activity } from './activity.ts';
import type { Booked } from './award.ts';
import type { CoolDown } from './cool-down.ts';
import type { Step } from './outcomes.ts';

/** Returns the function that awards activities, marks what earned, and counts what became of them. */
export function createBook(steps: {
  award: Step<Activity, Booked>;
  coolDown: Pick<CoolDown, 'remember'>;
  metrics: Pick<Metrics, 'activitiesDecided' | 'batchAwarded'>;
}): Step<Activity, Booked> {
  return async (activities) => {
    if (activities.length === 0) return [];
    const startedAt = performance.now();
    const all = await steps.award(activities);
    steps.metrics.batchAwarded(all.length, (performance.now() - startedAt) / 1000);
    const booked = all.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
    count(steps.metrics, booked);
    steps.coolDown.remember(booked.filter(({ result }) => result.outcome === 'awarded'));
    return all;
  };
}

function count(metrics: Pick<Metrics, 'activitiesDecided'>, booked: Booked[]): void {
  const counts = new Map<AwardOutcome, number>();
  for (const { result } of booked) counts.set(result.outcome, (counts.get(result.outcome) ?? 0) + 1);
  for (const [outcome, times] of counts) metrics.activitiesDecided(outcome, times);
}
