import type { WebhookAnswer } from '@wee5/contract';
import type { Meaning, MembershipWord, TakeBack, Activity } from './activity.ts';
import type { RunBatch } from './batcher.ts';
import type { Decision } from './decide.ts';
import { isPoison } from './isolate-poison.ts';
import { Outcomes, type Outcome, type Step } from './outcomes.ts';
import type { Quarantine } from './quarantine.ts';
import type { TakenBack } from './take-back.ts';
import type { VerifiedEvent } from './verify.ts';

/** An event with what it says, until all of it is durable. */
export interface Pending {
  event: VerifiedEvent;
  meaning: Meaning;
}

/**
 * Returns what a batch goes through: memberships first, so that multipliers by product know of them, then activities,
 * then what is taken back. What the database refuses as data is quarantined.
 */
export function createCommit(steps: {
  saveMemberships: Step<MembershipWord, MembershipWord>;
  decide: Step<Activity, Decision>;
  takeBack: Step<TakeBack, TakenBack>;
  quarantine: Quarantine;
}): RunBatch<Pending, WebhookAnswer> {
  return async (pendings) => {
    const meanings = pendings.map(({ meaning }) => meaning);
    const outcomes = new Outcomes();
    const memberships = meanings.flatMap((meaning) => meaning.memberships);
    await outcomes.take(memberships, steps.saveMemberships, () => ({ isNew: false, earned: false }));
    // What is scored without the membership that came with it would be worth something else.
    const open = meanings.filter((meaning) => outcomes.of(meaning.memberships).every(isDone));
    const activities = open.flatMap((meaning) => meaning.activities);
    await outcomes.take(activities, steps.decide, outcomeOf);
    const takeBacks = open.flatMap((meaning) => meaning.takeBacks);
    await outcomes.take(takeBacks, steps.takeBack, (word) => ({ isNew: word !== 'stale', earned: false }));
    return Promise.allSettled(pendings.map((pending) => answer(pending, outcomes, steps.quarantine)));
  };
}

function outcomeOf(decision: Decision): Outcome {
  if (typeof decision === 'string') return { isNew: decision === 'refused-early', earned: false };
  const { outcome, xpAwarded } = decision.result;
  return { isNew: outcome !== 'duplicate', earned: xpAwarded > 0 };
}

function isDone(part: PromiseSettledResult<Outcome>): boolean {
  return part.status === 'fulfilled';
}

async function answer(
  { event, meaning }: Pending,
  outcomes: Outcomes,
  quarantine: Quarantine,
): Promise<WebhookAnswer> {
  const { communityId, memberships, activities, takeBacks } = meaning;
  const parts = outcomes.of([...memberships, ...activities, ...takeBacks]);
  const failures = parts.flatMap((part) => (part.status === 'rejected' ? [part.reason as unknown] : []));
  const trouble = failures.find((reason) => !isPoison(reason));
  if (trouble) throw trouble;
  if (failures.length > 0) return quarantine(event, { reason: 'refused-by-database', communityId });

  const done = parts.flatMap((part) => (part.status === 'fulfilled' ? [part.value] : []));
  if (!done.some(({ isNew }) => isNew)) return { status: 'duplicate' };
  return { status: 'accepted', awards: done.filter(({ earned }) => earned).length };
}
