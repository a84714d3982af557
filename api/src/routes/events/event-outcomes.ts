import { activitySummary, type EventOutcome } from '@wee5/contract';
import type { AwardResult } from '../../database/functions.ts';
import type { Booked } from '../../pipeline/award.ts';
import { isPoison } from '../../pipeline/isolate-poison.ts';
import { invalid } from '../validate.ts';
import type { ReceivedEvent } from './event-request.ts';

/**
 * What came of each event. Throws where not all could be booked: what the database refuses as data by name, any other
 * trouble as it is. Those that were booked are duplicates when all are sent again.
 */
export function toOutcomes(events: ReceivedEvent[], booked: PromiseSettledResult<Booked>[]): EventOutcome[] {
  const failures = booked.flatMap((each, index) => {
    if (each.status === 'fulfilled') return [];
    if (!isPoison(each.reason)) throw each.reason;
    return { path: events[index]?.path.slice(0, -1) ?? '', message: refused };
  });
  if (failures.length > 0) throw invalid(failures);
  return booked.flatMap((each, index) => {
    const event = events[index];
    return event && each.status === 'fulfilled' ? [toOutcome(event, each.value.result)] : [];
  });
}

const refused = 'cannot be booked, such as an XP total past 2^53; send the others again, they count once';

function toOutcome({ idempotencyKey, name }: ReceivedEvent, result: AwardResult): EventOutcome {
  const { outcome, xpAwarded: xp, receipt, xp: total, level } = result;
  const common = { idempotencyKey, xp, total, level };
  if (outcome === 'duplicate' || !receipt) {
    return { ...common, status: 'duplicate', refusal: null, summary: 'counted before', receipt: null };
  }
  const refusal = outcome === 'awarded' ? null : outcome;
  const summary = activitySummary({ type: `event.${name}`, xp, refusal, receipt });
  return { ...common, status: refusal ? 'refused' : 'awarded', refusal, summary, receipt };
}
