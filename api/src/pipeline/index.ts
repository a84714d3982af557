import type { WebhookAnswer } from '@wee5/contract';
import type { CommunityDefaults, Configuration, DatabaseFunctions } from '../database/functions.ts';
import type { CommitMessage } from '../database/port.ts';
import { fromUnknown } from '../errors.ts';
import type { Logger } from '../logger.ts';
import type { Marks } from '../marks/port.ts';
import type { Metrics } from '../metrics.ts';
import type { Activity } from './activity.ts';
import { createAward, type Booked } from './award.ts';
import { Batcher } from './batcher.ts';
import { createBook } from './book.ts';
import { createCommit } from './commit-batch.ts';
import { Configurations } from './configurations.ts';
import { CoolDown, type MarkedMember } from './cool-down.ts';
import { createDecide } from './decide.ts';
import { createQuarantine } from './quarantine.ts';
import { createSaveMemberships } from './save-memberships.ts';
import { createSaveProfiles } from './save-profiles.ts';
import { createTakeBack } from './take-back.ts';
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
  /** An event that was verified before, from its translation on. Answers and rejects as `receive` does. */
  replay(event: VerifiedEvent): Promise<WebhookAnswer>;
  /**
   * Books activities that no webhook brought: what came of each, in order. All of them reach the database, which gives
   * the receipt of a refusal.
   */
  submit(activities: Activity[]): Promise<PromiseSettledResult<Booked>[]>;
  /** The rules of a community, a few seconds old at most unless `fresh`. Rejects with a `DatabaseError`. */
  findConfiguration(communityId: string, options?: { fresh?: boolean }): Promise<Configuration | undefined>;
  /** Hears what a commit says: a saved configuration holds from now on. */
  hear(message: CommitMessage): void;
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
  const book = createBook({ ...deps, award, coolDown });
  const decide = createDecide({ ...deps, configurations, coolDown, touches, book });
  const saveMemberships = createSaveMemberships({ ...deps, configurations });
  const takeBack = createTakeBack({ ...deps, configurations });
  const batcher = new Batcher(createCommit({ saveMemberships, decide, takeBack, quarantine }));
  const profiles = new Batcher(createSaveProfiles({ ...deps, quarantine }));

  async function follow(event: VerifiedEvent): Promise<WebhookAnswer> {
    const translation = translate(event.payload, deps.now());
    if (translation.kind === 'ignored') return { status: 'ignored', reason: translation.reason };
    if (translation.kind === 'quarantined') return quarantine(event, translation);
    if (translation.kind === 'profile') return profiles.add({ event, profile: translation.profile });
    return batcher.add({ event, meaning: translation.meaning });
  }

  return {
    receive: (delivery) => foreseen(async () => follow(verify(delivery))),
    replay: (event) => foreseen(() => follow(event)),
    submit: book,
    findConfiguration: async (communityId, { fresh = false } = {}) => {
      if (fresh) configurations.forget([communityId]);
      return (await configurations.find([communityId])).get(communityId);
    },
    forget: (member) => coolDown.forget(member),
    hear: (message) => configurations.hear(message),
    drain: async () => {
      await Promise.all([batcher.drain(), profiles.drain()]);
      await Promise.all([coolDown.drain(), touches.flush()]);
    },
    degraded: () => (coolDown.degraded ? ['marks'] : []),
  };
}

/** Every failure as an `ApiError`. */
async function foreseen<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw fromUnknown(error);
  }
}
