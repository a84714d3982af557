import type { RankCard, Reward } from '@wee5/client';
import { isTheirs } from '../../internal/is-theirs.ts';

/** One toast: a level reached, or rewards unlocked. */
export type News =
  { kind: 'level'; card: RankCard; previousLevel: number } | { kind: 'rewards'; rewards: Reward[] };

type LevelNews = Extract<News, { kind: 'level' }>;

/**
 * What is to be told, one toast at a time. Whatever comes while another toast is on show is put together: levels to
 * one jump, rewards to one list.
 */
export class NewsQueue {
  #level: LevelNews | undefined;
  #rewards: Reward[] = [];

  /** @returns whether there is something to tell */
  noteCard(card: RankCard, before: RankCard): boolean {
    // Whoever lost the level again does not hear of it.
    if (this.#level && card.level < this.#level.card.level) this.#level = undefined;
    if (card.userId !== before.userId || card.level <= before.level) return false;
    this.#level = { kind: 'level', card, previousLevel: this.#level?.previousLevel ?? before.level };
    return true;
  }

  /** @returns whether there is something to tell */
  noteRewards(rewards: Reward[], before: Reward[]): boolean {
    const locked = new Set(before.filter((reward) => !isTheirs(reward)).map(({ rewardId }) => rewardId));
    const fresh = rewards.filter((reward) => isTheirs(reward) && locked.has(reward.rewardId));
    this.#rewards.push(...fresh);
    return fresh.length > 0;
  }

  /** What comes next: what the toast on show can tell as well, else a toast of its own if none is on show. */
  take(shown: News | undefined): News | undefined {
    if (shown?.kind === 'rewards') return undefined;
    const level = this.#level;
    this.#level = undefined;
    if (level) return shown ? { ...level, previousLevel: shown.previousLevel } : level;
    return shown ? undefined : this.#takeRewards();
  }

  clear(): void {
    this.#level = undefined;
    this.#rewards = [];
  }

  #takeRewards(): News | undefined {
    const rewards = this.#rewards;
    this.#rewards = [];
    return rewards.length ? { kind: 'rewards', rewards } : undefined;
  }
}
