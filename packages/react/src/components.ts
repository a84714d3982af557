'use client';

// Written by `pnpm --filter @wee5/react generate` from what the widgets say in JSDoc.
import type { LeveledUpEvent, RankChangedEvent, RewardUnlockedEvent } from '@wee5/widgets';
import type { LeaderboardElement } from '@wee5/widgets/leaderboard';
import type { RankCardElement } from '@wee5/widgets/rank-card';
import type { RewardListElement } from '@wee5/widgets/reward-list';
import { createWidget, type Widget, type WidgetProps } from './create-widget.ts';

export type { LeveledUpEvent, RankChangedEvent, RewardUnlockedEvent };

export type LeaderboardProps = WidgetProps<
  LeaderboardElement,
  'limit' | 'around' | 'window' | 'community' | 'api' | 'publicKey' | 'theme' | 'client',
  { /** A member on the board has another rank than before. */ onRankChanged: RankChangedEvent }
>;

/** The members of a community by XP; rows move as members overtake each other. */
export const Leaderboard: Widget<LeaderboardElement, LeaderboardProps> = createWidget({
  tag: 'wee5-leaderboard',
  load: () => import('@wee5/widgets/leaderboard/define'),
  properties: {
    limit: 'limit',
    around: 'around',
    window: 'window',
    community: 'community',
    api: 'api',
    publicKey: 'public-key',
    theme: 'theme',
    client: null,
  },
  events: { onRankChanged: 'wee5-rank-changed' },
});

export type RankCardProps = WidgetProps<
  RankCardElement,
  'user' | 'community' | 'api' | 'publicKey' | 'theme' | 'client',
  {
    /** The member reached a new level while the page was open. */ onLeveledUp: LeveledUpEvent;
    /** The member's rank is another than before; also when others overtake. */ onRankChanged: RankChangedEvent;
  }
>;

/** Where one member stands: level, XP, rank and streak, live. */
export const RankCard: Widget<RankCardElement, RankCardProps> = createWidget({
  tag: 'wee5-rank-card',
  load: () => import('@wee5/widgets/rank-card/define'),
  properties: {
    user: 'user',
    community: 'community',
    api: 'api',
    publicKey: 'public-key',
    theme: 'theme',
    client: null,
  },
  events: { onLeveledUp: 'wee5-leveled-up', onRankChanged: 'wee5-rank-changed' },
});

export type RewardListProps = WidgetProps<
  RewardListElement,
  'user' | 'community' | 'api' | 'publicKey' | 'theme' | 'client',
  { /** A reward became the member's while the page was open. */ onRewardUnlocked: RewardUnlockedEvent }
>;

/** What levels give, and how far a member is from the next of it. */
export const RewardList: Widget<RewardListElement, RewardListProps> = createWidget({
  tag: 'wee5-reward-list',
  load: () => import('@wee5/widgets/reward-list/define'),
  properties: {
    user: 'user',
    community: 'community',
    api: 'api',
    publicKey: 'public-key',
    theme: 'theme',
    client: null,
  },
  events: { onRewardUnlocked: 'wee5-reward-unlocked' },
});
