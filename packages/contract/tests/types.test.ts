import { describe, expectTypeOf, test } from 'vitest';
import type {
  ActivityType,
  Community,
  ErrorCode,
  IgnoredReason,
  Leaderboard,
  LeaderboardEntry,
  LeaderboardQuery,
  LiveConfig,
  LiveEvents,
  Problem,
  QuarantineReason,
  RankCard,
  Reward,
  Rewards,
  WebhookAnswer,
} from '../src/index.ts';

// Checked by the type checker: each shape is written out here a second time, as the HTTP contract states it.

interface Entry {
  rank: number;
  userId: string;
  username: string | null;
  displayName: string | null;
  avatarUrl: string | null;
  xp: number;
  level: number;
}

describe('the types of the answers', () => {
  test('are those of a rank card', () => {
    expectTypeOf<RankCard>().toEqualTypeOf<{
      userId: string;
      username: string | null;
      displayName: string | null;
      avatarUrl: string | null;
      xp: number;
      level: number;
      levelName: string | null;
      levelXp: number;
      nextLevelXp: number | null;
      progress: number;
      rank: number | null;
      total: number;
      streakDays: number;
      lastActiveAt: string | null;
      nextEligibleAt: { chat: string | null; reply: string | null; reaction: string | null };
      version: number;
    }>();
    expectTypeOf<keyof RankCard['nextEligibleAt']>().toEqualTypeOf<ActivityType>();
  });

  test('are those of a leaderboard', () => {
    expectTypeOf<LeaderboardEntry>().toEqualTypeOf<Entry>();
    expectTypeOf<Leaderboard>().toEqualTypeOf<{
      communityId: string;
      window: { kind: 'all' | 'day' | 'week' | 'month'; startsAt: string | null; endsAt: string | null };
      total: number;
      entries: Entry[];
      me: Entry | null;
      nextCursor: string | null;
      version: number;
    }>();
    expectTypeOf<LeaderboardQuery>().toEqualTypeOf<{
      window: 'all' | 'day' | 'week' | 'month';
      limit: number;
      cursor?: string | undefined;
      around?: string | undefined;
    }>();
  });

  test('are those of rewards', () => {
    expectTypeOf<Reward>().toEqualTypeOf<{
      rewardId: string;
      levelRequirement: number;
      type: 'role' | 'badge' | 'custom';
      name: string;
      description: string | null;
      imageUrl: string | null;
      metadata: Record<string, unknown>;
      state:
        | 'locked'
        | 'unlocked'
        | 'claimed'
        | 'fulfilling'
        | 'fulfilled'
        | 'failed'
        | 'unknown'
        | 'expired'
        | 'revoked'
        | null;
      unlockedAt: string | null;
      claimedAt: string | null;
      position?: number | undefined;
    }>();
    expectTypeOf<Rewards>().toEqualTypeOf<{ rewards: Reward[]; version: number }>();
  });

  test('are those of a community', () => {
    expectTypeOf<Community>().toEqualTypeOf<{
      communityId: string;
      name: string | null;
      theme: Record<string, unknown>;
      levels: { level: number; name: string | null; xp: number; badgeUrl: string | null }[];
      windows: ('all' | 'day' | 'week' | 'month')[];
      live: LiveConfig;
      version: number;
    }>();
    expectTypeOf<LiveConfig>().toEqualTypeOf<
      | { transport: 'supabase'; url: string; publishableKey: string; topics: string[] }
      | { transport: 'sse'; url: string }
    >();
  });

  test('are those of the webhook and of problems', () => {
    expectTypeOf<WebhookAnswer>().toEqualTypeOf<
      | { status: 'accepted'; awards: number }
      | { status: 'duplicate' }
      | { status: 'ignored'; reason: IgnoredReason }
      | { status: 'quarantined' }
    >();
    expectTypeOf<'self-reaction'>().toExtend<IgnoredReason>();
    expectTypeOf<'future-dated'>().toExtend<QuarantineReason>();
    expectTypeOf<Problem>().toEqualTypeOf<{
      type: string;
      title: string;
      status: number;
      code: ErrorCode;
      detail: string;
      requestId: string;
      errors?: { path: string; message: string }[] | undefined;
    }>();
  });

  test('are those of the live events', () => {
    interface Own {
      version: number;
      userId: string;
    }
    expectTypeOf<LiveEvents['community.changed']>().toEqualTypeOf<{
      version: number;
      after?: number | undefined;
      changed?: { userId: string; xp: number; level: number }[] | undefined;
    }>();
    expectTypeOf<LiveEvents['member.changed']>().toExtend<Own & { xp: number; level: number }>();
    expectTypeOf<LiveEvents['member.leveled_up']>().toExtend<
      Own & { xp: number; level: number; previousLevel: number }
    >();
    expectTypeOf<LiveEvents['reward.unlocked']>().toExtend<Own & { reward: Reward }>();
    expectTypeOf<LiveEvents['reward.updated']>().toExtend<Own & { reward: Reward }>();
    expectTypeOf<LiveEvents['community.updated']>().toEqualTypeOf<{ version: number }>();
  });
});
