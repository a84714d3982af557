import type { WebhookAnswer } from '@wee5/contract';
import type { AwardResult } from '../database/functions.ts';
import type { Metrics } from '../metrics.ts';
import type { Activity } from './activity.ts';
import type { Booked, createAward } from './award.ts';
import type { RunBatch } from './batcher.ts';
import type { CoolDown } from './cool-down.ts';
import { isPoison } from './isolate-poison.ts';
import type { Quarantine } from './quarantine.ts';
import type { Touches } from './touch.ts';
import type { VerifiedEvent } from './verify.ts';

/** An event that may earn, until it is decided. */
export interface Earning {
  event: VerifiedEvent;
  activity: Activity;
}

/** Returns what a batch goes through: cool down, award, mark. What the database refuses as data is quarantined. */
export function createCommit(steps: {
  coolDown: Pick<CoolDown, 'refused' | 'remember'>;
  touches: Pick<Touches, 'add'>;
  award: ReturnType<typeof createAward>;
  quarantine: Quarantine;
  metrics: Pick<Metrics, 'activitiesDecided' | 'batchAwarded'>;
}): RunBatch<Earning, WebhookAnswer> {
  return async (earnings) => {
    const activities = earnings.map(({ activity }) => activity);
    const refused = await steps.coolDown.refused(activities);
    steps.touches.add(refused);
    const open = activities.filter((activity) => !refused.has(activity));
    const startedAt = performance.now();
    const booked = await steps.award(open);
    count(steps.metrics, { refused: refused.size, booked, startedAt });
    steps.coolDown.remember(booked.flatMap(awardedIn));
    const outcomes = new Map(open.map((activity, index) => [activity, booked[index]]));
    return Promise.allSettled(
      earnings.map((earning) => answer(earning, outcomes.get(earning.activity), steps.quarantine)),
    );
  };
}

function count(
  metrics: Pick<Metrics, 'activitiesDecided' | 'batchAwarded'>,
  batch: { refused: number; booked: PromiseSettledResult<Booked>[]; startedAt: number },
): void {
  metrics.activitiesDecided('refused-early', batch.refused);
  if (batch.booked.length === 0) return;
  metrics.batchAwarded(batch.booked.length, (performance.now() - batch.startedAt) / 1000);
  const outcomes = batch.booked.flatMap((each) =>
    each.status === 'fulfilled' ? [each.value.result.outcome] : [],
  );
  for (const outcome of ['awarded', 'duplicate', 'cooldown'] as const) {
    metrics.activitiesDecided(outcome, outcomes.filter((each) => each === outcome).length);
  }
}

function awardedIn(booked: PromiseSettledResult<Booked>): Booked[] {
  return booked.status === 'fulfilled' && booked.value.result.outcome === 'awarded' ? [booked.value] : [];
}

/** No outcome means that the cooldown refused it early. */
async function answer(
  { event, activity }: Earning,
  booked: PromiseSettledResult<Booked> | undefined,
  quarantine: Quarantine,
): Promise<WebhookAnswer> {
  if (!booked) return { status: 'accepted', awards: 0 };
  if (booked.status === 'fulfilled') return toAnswer(booked.value.result);
  if (!isPoison(booked.reason)) throw booked.reason;
  return quarantine(event, { reason: 'refused-by-database', communityId: activity.communityId });
}

function toAnswer({ outcome, xpAwarded }: AwardResult): WebhookAnswer {
  if (outcome === 'duplicate') return { status: 'duplicate' };
  return { status: 'accepted', awards: xpAwarded > 0 ? 1 : 0 };
}
