import type { RankCard, Reward, Rewards } from '@wee5/client';
import { RewardUnlockedEvent } from '../events/reward-unlocked.ts';
import { Moments } from '../internal/moments.ts';
import { FeedController, type FeedHost } from './feed-controller.ts';

const freshTime = 6_000;

/** How far a reward has come, as the list shows it. */
export interface RewardProgress {
  reward: Reward;
  /** `open`: nobody's progress is known. `next`: the first one still ahead. */
  stage: 'open' | 'reached' | 'next' | 'ahead';
  /** XP that are missing; null where the member or the level's XP are not known. */
  toGo: number | null;
  /** 0 to 1, from the last level with a reward; for `next` only. */
  done: number;
  /** Unlocked a moment ago. */
  fresh: boolean;
}

/** The data of a reward list: the rewards, whose progress is shown, and what the levels need. */
export class RewardListController {
  readonly rewards: FeedController<{ kind: 'rewards' }>;
  readonly card: FeedController<{ kind: 'rankCard'; userId: string }>;
  readonly community: FeedController<{ kind: 'community' }>;
  readonly #fresh: Moments<true>;
  readonly #host: FeedHost;
  readonly #unlocked: (reward: Reward) => void;

  /** @param userId - whose progress to show; undefined for nobody's */
  constructor(host: FeedHost, userId: () => string | undefined, unlocked: (reward: Reward) => void) {
    this.#host = host;
    this.#unlocked = unlocked;
    this.#fresh = new Moments(() => host.requestUpdate());
    this.rewards = new FeedController(host, {
      view: () => ({ kind: 'rewards' }),
      data: (rewards, before) => this.#compare({ rewards }, { rewards: before }),
    });
    this.card = new FeedController(host, {
      view: () => {
        const id = userId();
        return id ? { kind: 'rankCard', userId: id } : null;
      },
      data: (card, before) => this.#compare({ card }, { card: before }),
    });
    this.community = new FeedController(host, { view: () => ({ kind: 'community' }) });
    host.addController({ hostDisconnected: () => this.#fresh.clear() });
  }

  /** The list with its progress; undefined until the rewards are known. */
  get list(): RewardProgress[] | undefined {
    const { data } = this.rewards;
    if (!data) return undefined;
    const rewards = data.rewards.toSorted((a, b) => a.levelRequirement - b.levelRequirement);
    const known = Boolean(this.card.data) || rewards.some(({ state }) => state);
    const next = known ? rewards.find((reward) => !isReached(reward, this.card.data)) : undefined;
    return rewards.map((reward) => this.#progress(reward, known, next));
  }

  #progress(reward: Reward, known: boolean, next: Reward | undefined): RewardProgress {
    const fresh = this.#fresh.get(reward.rewardId) ?? false;
    if (!known) return { reward, stage: 'open', toGo: null, done: 0, fresh };
    if (isReached(reward, this.card.data)) return { reward, stage: 'reached', toGo: null, done: 1, fresh };
    const stage = reward.levelRequirement === next?.levelRequirement ? 'next' : 'ahead';
    const xp = this.card.data?.xp;
    const needed = this.#xpAt(reward.levelRequirement);
    if (xp === undefined || needed === undefined) return { reward, stage, toGo: null, done: 0, fresh };
    const from = this.#lastReachedXp();
    const done = Math.min(1, Math.max(0, (xp - from) / Math.max(1, needed - from)));
    return { reward, stage, toGo: Math.max(0, needed - xp), done, fresh };
  }

  #xpAt(level: number): number | undefined {
    return this.community.data?.levels.find((entry) => entry.level === level)?.xp;
  }

  /** Where the way to the next reward begins: the XP of the last level that gave one. */
  #lastReachedXp(): number {
    const level = this.card.data?.level ?? 0;
    const levels = this.rewards.data?.rewards.map(({ levelRequirement }) => levelRequirement) ?? [];
    return this.#xpAt(Math.max(0, ...levels.filter((required) => required <= level))) ?? 0;
  }

  #compare(now: { rewards?: Rewards; card?: RankCard }, before: Known): void {
    if (now.card ? before.card?.userId !== now.card.userId : !before.rewards) return;
    const card = this.card.data;
    for (const reward of this.rewards.data?.rewards ?? []) {
      const old = before.rewards?.rewards.find(({ rewardId }) => rewardId === reward.rewardId);
      const was = now.rewards ? !old || isReached(old, card) : isReached(reward, before.card);
      if (was || !isReached(reward, card)) continue;
      const { rewardId, name } = reward;
      this.#fresh.show(rewardId, true, freshTime);
      this.#host.dispatchEvent(new RewardUnlockedEvent({ rewardId, name }));
      this.#unlocked(reward);
    }
  }
}

interface Known {
  rewards?: Rewards | undefined;
  card?: RankCard | undefined;
}

const takenBack = new Set(['locked', 'expired', 'revoked']);

/** By the state the API gives to its member; for everyone else by the level. */
function isReached({ state, levelRequirement }: Reward, card: RankCard | undefined): boolean {
  return state ? !takenBack.has(state) : card !== undefined && card.level >= levelRequirement;
}
