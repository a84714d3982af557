'use client';

// Written by `pnpm --filter @wee5/react generate` from what the widgets say in JSDoc.
import type {
  LeveledUpEvent,
  RankChangedEvent,
  RewardClaimedEvent,
  RewardUnlockedEvent,
  ToastShownEvent,
  WindowChangedEvent,
} from '@wee5/widgets';
import type { ActivityElement } from '@wee5/widgets/activity';
import type { LeaderboardElement } from '@wee5/widgets/leaderboard';
import type { LevelBadgeElement } from '@wee5/widgets/level-badge';
import type { RankCardElement } from '@wee5/widgets/rank-card';
import type { RewardListElement } from '@wee5/widgets/reward-list';
import type { ToastElement } from '@wee5/widgets/toast';
import { createWidget, type Widget, type WidgetProps } from './create-widget.ts';

export type {
  LeveledUpEvent,
  RankChangedEvent,
  RewardClaimedEvent,
  RewardUnlockedEvent,
  ToastShownEvent,
  WindowChangedEvent,
};

export type ActivityProps = WidgetProps<
  ActivityElement,
  'limit' | 'community' | 'api' | 'publicKey' | 'theme' | 'client',
  {}
>;

/** What the reader's XP are made of: every activity with the arithmetic behind it, and why some earned nothing. */
export const Activity: Widget<ActivityElement, ActivityProps> = createWidget({
  tag: 'wee5-activity',
  load: () => import('@wee5/widgets/activity/define'),
  properties: {
    limit: 'limit',
    community: 'community',
    api: 'api',
    publicKey: 'public-key',
    theme: 'theme',
    client: null,
  },
  events: {},
});

export type LeaderboardProps = WidgetProps<
  LeaderboardElement,
  | 'limit'
  | 'around'
  | 'board'
  | 'window'
  | 'windows'
  | 'at'
  | 'layout'
  | 'community'
  | 'api'
  | 'publicKey'
  | 'theme'
  | 'client',
  {
    /** A member on the board has another rank than before. */ onRankChanged: RankChangedEvent;
    /** The reader has chosen another stretch of time. */ onWindowChanged: WindowChangedEvent;
  }
>;

/** The members of a community by XP; rows move as members overtake each other. */
export const Leaderboard: Widget<LeaderboardElement, LeaderboardProps> = createWidget({
  tag: 'wee5-leaderboard',
  load: () => import('@wee5/widgets/leaderboard/define'),
  properties: {
    limit: 'limit',
    around: 'around',
    board: 'board',
    window: 'window',
    windows: 'windows',
    at: 'at',
    layout: 'layout',
    community: 'community',
    api: 'api',
    publicKey: 'public-key',
    theme: 'theme',
    client: null,
  },
  events: { onRankChanged: 'wee5-rank-changed', onWindowChanged: 'wee5-window-changed' },
});

export type LevelBadgeProps = WidgetProps<
  LevelBadgeElement,
  'user' | 'community' | 'api' | 'publicKey' | 'theme' | 'client',
  {}
>;

/** A member's level as a small sign beside their name, in any text, live. */
export const LevelBadge: Widget<LevelBadgeElement, LevelBadgeProps> = createWidget({
  tag: 'wee5-level-badge',
  load: () => import('@wee5/widgets/level-badge/define'),
  properties: {
    user: 'user',
    community: 'community',
    api: 'api',
    publicKey: 'public-key',
    theme: 'theme',
    client: null,
  },
  events: {},
});

export type RankCardProps = WidgetProps<
  RankCardElement,
  'user' | 'layout' | 'community' | 'api' | 'publicKey' | 'theme' | 'client',
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
    layout: 'layout',
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
  {
    /** A reward became the member's while the page was open. */ onRewardUnlocked: RewardUnlockedEvent;
    /** The reader claimed a reward here, and the API said so. */ onRewardClaimed: RewardClaimedEvent;
  }
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
  events: { onRewardUnlocked: 'wee5-reward-unlocked', onRewardClaimed: 'wee5-reward-claimed' },
});

export type ToastProps = WidgetProps<
  ToastElement,
  'duration' | 'position' | 'community' | 'api' | 'publicKey' | 'theme' | 'client',
  { /** A toast has come up, or the one on show tells more than before. */ onToastShown: ToastShownEvent }
>;

/** Tells readers in a corner of the page when they reach a level or unlock a reward. */
export const Toast: Widget<ToastElement, ToastProps> = createWidget({
  tag: 'wee5-toast',
  load: () => import('@wee5/widgets/toast/define'),
  properties: {
    duration: 'duration',
    position: 'position',
    community: 'community',
    api: 'api',
    publicKey: 'public-key',
    theme: 'theme',
    client: null,
  },
  events: { onToastShown: 'wee5-toast-shown' },
});
