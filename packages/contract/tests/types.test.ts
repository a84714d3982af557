import { describe, expectTypeOf, test } from 'vitest';
import type * as z from 'zod';
import type {
  ActivityEntry,
  ActivityType,
  Community,
  Curve,
  curveSchema,
  EntryReceipt,
  EntryType,
  ErrorCode,
  IgnoredReason,
  Leaderboard,
  LeaderboardEntry,
  LeaderboardQuery,
  LiveConfig,
  LiveEvents,
  Preview,
  Problem,
  QuarantineReason,
  RankCard,
  Receipt,
  Refusal,
  Reward,
  Rewards,
  Rules,
  RulesInput,
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
  publicId?: string | undefined;
  gain?: number | undefined;
}

interface RankCardSettings {
  visibility: 'public' | 'members' | 'hidden';
  pseudonym: string | null;
  announcements: boolean;
  timeZone: string | null;
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
      streak?: { freezes: number; frozenDays: number; endsAt: string | null } | undefined;
      badgeUrl?: string | null | undefined;
      publicId?: string | undefined;
      settings?: RankCardSettings | undefined;
      lastActiveAt: string | null;
      nextEligibleAt: {
        [source: string]: string | null;
        chat: string | null;
        reply: string | null;
        reaction: string | null;
      };
      version: number;
    }>();
  });

  test('are those of a leaderboard', () => {
    expectTypeOf<LeaderboardEntry>().toEqualTypeOf<Entry>();
    expectTypeOf<Leaderboard>().toEqualTypeOf<{
      communityId: string;
      board?: 'top' | 'newcomers' | 'climbers' | undefined;
      window: { kind: 'all' | 'day' | 'week' | 'month'; startsAt: string | null; endsAt: string | null };
      total: number;
      entries: Entry[];
      me: Entry | null;
      nextCursor: string | null;
      version: number;
    }>();
    expectTypeOf<LeaderboardQuery>().toEqualTypeOf<{
      board: 'top' | 'newcomers' | 'climbers';
      window?: 'all' | 'day' | 'week' | 'month' | undefined;
      at?: string | undefined;
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
      timeZone?: string | undefined;
      windows: ('all' | 'day' | 'week' | 'month')[];
      live: LiveConfig;
      version: number;
    }>();
    expectTypeOf<LiveConfig>().toEqualTypeOf<
      | { transport: 'supabase'; url: string; publishableKey: string; topics: string[] }
      | { transport: 'sse'; url: string }
    >();
  });

  test('are those of activities, their receipts and what refuses them', () => {
    type Source =
      | 'chat'
      | 'reply'
      | 'reaction'
      | 'reaction_received'
      | 'lesson'
      | 'membership'
      | 'payment'
      | `event.${string}`;
    expectTypeOf<ActivityType>().toEqualTypeOf<Source>();
    expectTypeOf<EntryType>().toEqualTypeOf<Source | 'adjustment' | 'reversal' | 'reset'>();
    expectTypeOf<Refusal>().toEqualTypeOf<
      | 'cooldown'
      | 'cap'
      | 'bank'
      | 'repeat'
      | 'source-off'
      | 'too-short'
      | 'no-xp-experience'
      | 'no-xp-member'
    >();
    expectTypeOf<Receipt>().toEqualTypeOf<{
      rule: Source;
      configVersion: number;
      base: number;
      range?: { min: number; max: number } | undefined;
      bonus?: { name: string; xp: number } | undefined;
      multipliers: { name: string; factor: number }[];
      multiplier?: number | undefined;
      repeat?: number | undefined;
      cap?: { of: 'source' | 'all'; period: 'day' | 'week'; limit: number; left: number } | undefined;
      bank?: { capacity: number; left: number } | undefined;
      cooldownLeft?: number | undefined;
      eligibleAt?: string | undefined;
      minLength?: number | undefined;
    }>();
    expectTypeOf<ActivityEntry>().toEqualTypeOf<{
      activityId: string;
      type: EntryType;
      xp: number;
      at: string;
      recordedAt: string;
      refusal: Refusal | null;
      summary: string;
      receipt: Receipt | EntryReceipt;
    }>();
  });

  test('are those of a preview', () => {
    interface Levels {
      levels: { level: number; before: number; after: number }[];
      up: number;
      down: number;
      rewards: number;
    }
    expectTypeOf<Preview['atOnce']>().toEqualTypeOf<Levels>();
    expectTypeOf<Preview['replay']>().toExtend<
      Levels & { from: string; to: string; activities: number; xpBefore: number; xpAfter: number }
    >();
  });

  test('of rules are what may be sent, once defaults are filled in', () => {
    expectTypeOf<Rules>().toExtend<RulesInput>();
    expectTypeOf<Record<string, never>>().toExtend<RulesInput>();
    expectTypeOf<Rules['stacking']>().toEqualTypeOf<'highest' | 'additive' | 'compound'>();
    expectTypeOf<z.infer<typeof curveSchema>>().toExtend<Curve>();
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
