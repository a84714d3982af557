import type { Reward, RewardState } from '@wee5/client';
import { FeedController, type FeedHost } from './feed-controller.ts';

/** How far a reward has come, as the list shows it. */
export interface RewardProgress {
  reward: Reward;
  /** `open`: nobody's progress is known. `next`: the first one still ahead. `gone`: was theirs, is no more. */
  stage: 'open' | 'reached' | 'next' | 'ahead' | 'gone';
  /** Null where it is not known, or another member's. */
  state: RewardState | null;
  /** Missing XP to one that is not reached; undefined where the member's or the level's XP are not known. */
  toGo?: number | undefined;
}

interface RewardListParts {
  host: FeedHost;
  community: FeedController<{ kind: 'community' }>;
  /** Whose progress to show; undefined for nobody's. */
  userId: () => string | undefined;
}

/** The data of a reward list: the rewards, whose progress is shown, and what the levels need. */
export class RewardListController {
  readonly rewards: FeedController<{ kind: 'rewards' }>;
  readonly card: FeedController<{ kind: 'rankCard'; userId: string }>;
  readonly #parts: RewardListParts;

  constructor(parts: RewardListParts) {
    const { host, userId } = parts;
    this.#parts = parts;
    this.rewards = new FeedController(host, { view: () => ({ kind: 'rewards' }) });
    this.card = new FeedController(host, {
      view: () => (userId() ? { kind: 'rankCard', userId: userId()! } : null),
    });
  }

  /** The rewards by level with their progress; undefined until they are known. */
  get list(): RewardProgress[] | undefined {
    const { rewards } = this.rewards.data ?? {};
    // Those of one level stand in the order that the API gives, which is the creator's.
    const sorted = rewards?.toSorted((a, b) => a.levelRequirement - b.levelRequirement);
    const list = sorted?.map((reward) => this.#progress(reward));
    const next = list?.find(({ stage }) => stage === 'ahead');
    if (next) next.stage = 'next';
    return list;
  }

  #progress(reward: Reward): RewardProgress {
    const { levelRequirement } = reward;
    // The state the API gives belongs to the reader, and says nothing about another member.
    const state = (this.#parts.userId() ?? 'me') === 'me' ? reward.state : null;
    const level = this.card.data?.level;
    if (!state && level === undefined) return { reward, state, stage: 'open' };
    if (state === 'expired' || state === 'revoked') return { reward, state, stage: 'gone' };
    const isReached = state ? state !== 'locked' : level! >= levelRequirement;
    return isReached
      ? { reward, state, stage: 'reached' }
      : { reward, state, stage: 'ahead', toGo: this.#toGo(levelRequirement) };
  }

  #toGo(level: number): number | undefined {
    const { xp } = this.card.data ?? {};
    const needed = this.xpAt(level);
    return xp === undefined || needed === undefined ? undefined : Math.max(0, needed - xp);
  }

  /** The XP at which a level begins. */
  readonly xpAt = (level: number): number | undefined =>
    this.#parts.community.data?.levels.find((entry) => entry.level === level)?.xp;
}
