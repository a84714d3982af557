import type { RankCard, Reward, RewardState } from '@wee5/client';
import { FeedController, type FeedHost } from './feed-controller.ts';

const takenBack = new Set(['expired', 'revoked']);

/** How far a reward has come, as the list shows it. */
export interface RewardProgress {
  reward: Reward;
  /** `open`: nobody's progress is known. `next`: the first one still ahead. `gone`: was theirs, is no more. */
  stage: 'open' | 'reached' | 'next' | 'ahead' | 'gone';
  /** Null where it is not known, or another member's. */
  state: RewardState | null;
  /** Missing XP; null where the member's or the level's XP are not known. */
  toGo: number | null;
  /** 0 to 1 from the last level that gave something; null with `toGo`. */
  done: number | null;
}

interface RewardListParts {
  host: FeedHost;
  community: FeedController<{ kind: 'community' }>;
  /** Whose progress to show; undefined for nobody's. */
  userId: () => string | undefined;
  /** Hears what has become theirs while the page was open. */
  unlocked: (rewards: Reward[]) => void;
}

/** The data of a reward list: the rewards, whose progress is shown, and what the levels need. */
export class RewardListController {
  readonly rewards: FeedController<{ kind: 'rewards' }>;
  readonly card: FeedController<{ kind: 'rankCard'; userId: string }>;
  readonly #community: FeedController<{ kind: 'community' }>;
  readonly #userId: () => string | undefined;
  readonly #unlocked: (rewards: Reward[]) => void;
  #reached: Set<string> | undefined;

  constructor({ host, community, userId, unlocked }: RewardListParts) {
    this.#community = community;
    this.#userId = userId;
    this.#unlocked = unlocked;
    this.rewards = new FeedController(host, {
      view: () => ({ kind: 'rewards' }),
      data: (_, before) => this.#compare(before === undefined),
    });
    this.card = new FeedController(host, {
      view: () => this.#cardView,
      data: (_, before) => this.#compare(before === undefined),
    });
  }

  /** The rewards by level with their progress; undefined until they are known. */
  get list(): RewardProgress[] | undefined {
    const ahead = (reward: Reward) => !this.#isReached(reward) && !this.#isGone(reward);
    const next = this.#known ? this.#sorted.find(ahead) : undefined;
    return this.rewards.data && this.#sorted.map((reward) => this.#progress(reward, next));
  }

  get #sorted(): Reward[] {
    return (this.rewards.data?.rewards ?? []).toSorted((a, b) => a.levelRequirement - b.levelRequirement);
  }

  get #cardView() {
    const userId = this.#userId();
    return userId ? ({ kind: 'rankCard', userId } as const) : null;
  }

  get #known(): boolean {
    return this.card.data !== undefined || this.#sorted.some((reward) => this.#stateOf(reward));
  }

  /** The state the API gives belongs to the reader, and says nothing about another member. */
  #stateOf({ state }: Reward): RewardState | null {
    return (this.#userId() ?? 'me') === 'me' ? state : null;
  }

  #isReached(reward: Reward): boolean {
    const state = this.#stateOf(reward);
    if (this.#isGone(reward)) return false;
    return state ? state !== 'locked' : (this.card.data?.level ?? -1) >= reward.levelRequirement;
  }

  #isGone(reward: Reward): boolean {
    return takenBack.has(this.#stateOf(reward) ?? '');
  }

  #progress(reward: Reward, next: Reward | undefined): RewardProgress {
    const none = { reward, state: this.#stateOf(reward), toGo: null, done: null };
    if (!this.#known) return { ...none, stage: 'open' };
    if (this.#isGone(reward)) return { ...none, stage: 'gone' };
    if (this.#isReached(reward)) return { ...none, stage: 'reached' };
    const stage = reward === next ? 'next' : 'ahead';
    return { ...none, stage, ...this.#way(reward.levelRequirement) };
  }

  #way(level: number): { toGo: number; done: number } | undefined {
    const { data: card } = this.card;
    const needed = this.#xpAt(level);
    if (!card || needed === undefined) return undefined;
    const from = this.#start(card);
    const done = (card.xp - from) / Math.max(1, needed - from);
    return { toGo: Math.max(0, needed - card.xp), done: Math.min(1, Math.max(0, done)) };
  }

  /** Where the way to the next reward begins: the XP of the last level that gave one. */
  #start(card: RankCard): number {
    const given = this.#sorted.map(({ levelRequirement }) => levelRequirement);
    return this.#xpAt(Math.max(0, ...given.filter((level) => level <= card.level))) ?? 0;
  }

  #xpAt(level: number): number | undefined {
    return this.#community.data?.levels.find((entry) => entry.level === level)?.xp;
  }

  #compare(isFirst: boolean): void {
    const before = isFirst ? undefined : this.#reached;
    const reached = this.#sorted.filter((reward) => this.#isReached(reward));
    this.#reached = this.#known ? new Set(reached.map(({ rewardId }) => rewardId)) : undefined;
    const fresh = before ? reached.filter(({ rewardId }) => !before.has(rewardId)) : [];
    if (fresh.length) this.#unlocked(fresh);
  }
}
