import type { WebhookAnswer } from '@wee5/contract';
import type { CommunityDefaults, DatabaseFunctions } from '../database/functions.ts';
import { fromUnknown } from '../errors.ts';
import type { Logger } from '../logger.ts';
import type { Marks } from '../marks/port.ts';
import type { Metrics } from '../metrics.ts';
import { createAward } from './award.ts';
import { Batcher } from './batcher.ts';
import { createCommit } from './commit-batch.ts';
import { Configurations } from './configurations.ts';
import { CoolDown, type MarkedMember } from './cool-down.ts';
import { createQuarantine } from './quarantine.ts';
import { createSaveProfiles } from './save-profiles.ts';
import { Touches } from './touch.ts';
import { translate } from './translate.ts';
import { createVerifier, type Delivery, type VerifiedEvent } from './verify.ts';

export interface PipelineDeps {
  database: DatabaseFunctions;
  marks: Marks;
  /** Every secret a webhook may be signed with; at least one. */
  secrets: readonly string[];
  now: () => Date;
  log: Logger;
  metrics: Pick<Metrics, 'activitiesDecided' | 'batchAwarded' | 'marksFailed'>;
  /** What a community starts with when its first event arrives. */
  communityDefaults: CommunityDefaults;
}

export interface Pipeline {
  /** Answers once the event is durable. Rejects with an `ApiError`: nothing was done. */
  receive(delivery: Delivery): Promise<WebhookAnswer>;
  /** The same for an event that was verified before and kept aside since. */
  replay(event: VerifiedEvent): Promise<WebhookAnswer>;
  /** Forgets what is remembered here of a member who was erased. Never rejects: marks run out by themselves. */
  forget(member: MarkedMember): Promise<void>;
  /** Waits for everything received so far. */
  drain(): Promise<void>;
  /** What the path does without at the moment, such as `marks`. */
  degraded(): string[];
}

/** The path of an event: verify ▶ translate ▶ (a batch at a time) cool down ▶ score ▶ award. */
export function createPipeline(deps: PipelineDeps): Pipeline {
  const verify = createVerifier(deps);
  const quarantine = createQuarantine(deps);
  const configurations = new Configurations(deps);
  const onFailure = (doing: 'reading' | 'writing') => deps.metrics.marksFailed(doing);
  const coolDown = new CoolDown({ ...deps, configurations, onFailure });
  const touches = new Touches(deps);
  const award = createAward({ ...deps, configurations });
  const batcher = new Batcher(createCommit({ ...deps, coolDown, touches, award, quarantine }));
  const profiles = new Batcher(createSaveProfiles({ ...deps, quarantine }));

  async function follow(event: VerifiedEvent): Promise<WebhookAnswer> {
    const meaning = translate(event.payload, deps.now());
    if (meaning.kind === 'ignored') return { status: 'ignored', reason: meaning.reason };
    if (meaning.kind === 'quarantined') return quarantine(event, meaning);
    if (meaning.kind === 'profile') return profiles.add({ event, profile: meaning.profile });
    return batcher.add({ event, activity: meaning.activity });
  }

  return {
    receive: (delivery) => toApiErrors(async () => follow(verify(delivery))),
    replay: (event) => toApiErrors(() => follow(event)),
    forget: (member) => coolDown.forget(member),
    drain: async () => {
      await Promise.all([batcher.drain(), profiles.drain()]);
      await Promise.all([coolDown.drain(), touches.flush()]);
    },
    degraded: () => (coolDown.degraded ? ['marks'] : []),
  };
}

async function toApiErrors<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw fromUnknown(error);
  }
}
