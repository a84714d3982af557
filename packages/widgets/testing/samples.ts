import type {
  ActivityEntry,
  Community,
  Leaderboard,
  LeaderboardEntry,
  MemberActivity,
  RankCard,
  Reward,
  Rewards,
  RewardState,
} from '@wee5/client';

/** XP at which the levels of the samples begin: the MEE6 curve. */
export function xpAt(level: number): number {
  return Math.round((5 / 3) * level ** 3 + (45 / 2) * level ** 2 + (455 / 6) * level);
}

export function levelOf(xp: number): number {
  let level = 0;
  while (xpAt(level + 1) <= xp) level++;
  return level;
}

export const names = [
  'Maya Chen',
  'Jonas Weber',
  'Aisha Okafor',
  'Luca Rossi',
  'Priya Natarajan',
  'Tomás Herrera',
  'Yuki Tanaka',
  'Zoë Lindqvist',
  'Samuel Adeyemi',
  'Elif Kaya',
  'Noah Fischer',
  'Camille Laurent',
];

/** What members really call themselves, and what they try. */
export const difficultNames = [
  'Maximiliane-Alexandra von Hohenstein 🌸🦄',
  '<img src=x onerror=alert(1)>',
  'محمد عبد الرحمن الأنصاري',
  '👩🏽‍🚀 Kosmonautin 🚀🚀🚀',
  'Supercalifragilisticexpialidociousnesses',
  '田中 さくら',
  'ש',
];

export function community(changes: Partial<Community> = {}): Community {
  return {
    communityId: 'biz_demo',
    name: 'Northwind Traders Club',
    theme: {},
    levels: Array.from({ length: 101 }, (_, level) => ({
      level,
      name: null,
      xp: xpAt(level),
      badgeUrl: null,
    })),
    windows: ['all', 'day', 'week', 'month'],
    live: { transport: 'sse', url: '/live' },
    version: 1,
    ...changes,
  };
}

/** A card whose level and progress follow from its XP. */
export function card(changes: Partial<RankCard> = {}): RankCard {
  const xp = changes.xp ?? 5210;
  const level = levelOf(xp);
  return {
    userId: 'user_maya',
    username: 'maya',
    displayName: 'Maya Chen',
    avatarUrl: null,
    xp,
    level,
    levelName: null,
    levelXp: xpAt(level),
    nextLevelXp: xpAt(level + 1),
    progress: (xp - xpAt(level)) / (xpAt(level + 1) - xpAt(level)),
    rank: 3,
    total: 1204,
    streakDays: 5,
    lastActiveAt: '2026-10-01T12:00:00Z',
    nextEligibleAt: { chat: null, reply: null, reaction: null },
    version: 1,
    ...changes,
  };
}

export function entry(index: number, changes: Partial<LeaderboardEntry> = {}): LeaderboardEntry {
  const name = names[index % names.length]!;
  const xp = changes.xp ?? Math.round(9840 * 0.86 ** index);
  return {
    rank: index + 1,
    userId: `user_${index}`,
    username: name.toLowerCase().replaceAll(' ', '.'),
    displayName: name,
    avatarUrl: null,
    xp,
    level: levelOf(xp),
    ...changes,
  };
}

export function board(changes: Partial<Leaderboard> = {}): Leaderboard {
  const entries = changes.entries ?? Array.from({ length: 10 }, (_, index) => entry(index));
  return {
    communityId: 'biz_demo',
    window: { kind: 'all', startsAt: null, endsAt: null },
    total: 1204,
    entries,
    me: null,
    nextCursor: null,
    version: 1,
    ...changes,
  };
}

/** The same members with other XP, ranked anew (1-2-2-4). */
export function reranked(before: Leaderboard, xp: Record<string, number>): Leaderboard {
  const entries = before.entries
    .map((old) => ({ ...old, xp: xp[old.userId] ?? old.xp }))
    .toSorted((a, b) => b.xp - a.xp);
  const ranked = entries.map((it) => ({
    ...it,
    level: levelOf(it.xp),
    rank: entries.findIndex((other) => other.xp === it.xp) + 1,
  }));
  const me = ranked.find(({ userId }) => userId === before.me?.userId) ?? before.me;
  return { ...before, entries: ranked, me, version: before.version + 1 };
}

export function reward(levelRequirement: number, changes: Partial<Reward> = {}): Reward {
  return {
    rewardId: `00000000-0000-4000-8000-${String(levelRequirement).padStart(12, '0')}`,
    levelRequirement,
    type: 'role',
    name: `Level ${levelRequirement} role`,
    description: null,
    imageUrl: null,
    metadata: {},
    state: null,
    unlockedAt: null,
    claimedAt: null,
    ...changes,
  };
}

export function rewards(list: Reward[] = usual, version = 1): Rewards {
  return { rewards: list, version };
}

const usual = [
  reward(3, { name: 'Insider', description: 'A role and its colour in chat' }),
  reward(8, { type: 'badge', name: 'Steady hand', description: 'A badge beside your name' }),
  reward(12, { type: 'custom', name: 'Strategy call', description: '30 minutes with the team' }),
  reward(20, { name: 'Inner circle', description: 'The private channels' }),
  reward(35, { type: 'custom', name: 'Lifetime access' }),
];

export function badges(count: number, state: RewardState = 'claimed'): Reward[] {
  return Array.from({ length: count }, (_, level) =>
    reward(level, { type: 'badge', name: `Badge ${level}`, state }),
  );
}

export function later(seconds: number): string {
  return new Date(Date.now() + seconds * 1_000).toISOString();
}

/** Not in danger today, with two freezes left. */
export const streak = { freezes: 2, frozenDays: 0, endsAt: later(30 * 3_600) };

/** A chat message that earned 15 XP, `minutes` before `now`. */
export function activityEntry(
  index: number,
  {
    minutes = index,
    now = Date.now(),
    ...changes
  }: Partial<ActivityEntry> & { minutes?: number; now?: number } = {},
): ActivityEntry {
  const at = new Date(now - minutes * 60_000).toISOString();
  return {
    activityId: `00000000-0000-4000-9000-${String(index).padStart(12, '0')}`,
    type: 'chat',
    xp: 15,
    at,
    recordedAt: at,
    refusal: null,
    summary: '+15: chat',
    receipt: { rule: 'chat', configVersion: 1, base: 15, multipliers: [] },
    ...changes,
  };
}

export function activityPage(entries: ActivityEntry[], nextCursor: string | null = null): MemberActivity {
  return { entries, nextCursor, version: 1 };
}

/** What an activity receipt holds at least, and what a test adds. */
export function receipt(changes: Partial<Extract<ActivityEntry['receipt'], { base: number }>> = {}) {
  return { rule: 'chat' as const, configVersion: 1, base: 15, multipliers: [], ...changes };
}

/** One of everything that a log can hold, newest first. */
export function allActivity(now = Date.now()): ActivityEntry[] {
  const weekend = { name: 'weekend', factor: 1.5 };
  const entries: Partial<ActivityEntry>[] = [
    { xp: 18, receipt: receipt({ base: 12, multipliers: [weekend], multiplier: 1.5 }) },
    { xp: 0, refusal: 'cooldown', receipt: receipt({ cooldownLeft: 60 }) },
    {
      type: 'reply',
      xp: 30,
      receipt: receipt({
        base: 15,
        bonus: { name: 'newcomer', xp: 5 },
        multipliers: [weekend],
        multiplier: 1.5,
      }),
    },
    { type: 'reaction', xp: 3, receipt: receipt({ base: 5, repeat: 2 }) },
    { type: 'reaction_received', xp: 5, receipt: receipt({ base: 5 }) },
    { xp: 0, refusal: 'too-short', receipt: receipt({ minLength: 20 }) },
    { type: 'lesson', xp: 100, receipt: receipt({ base: 100 }) },
    { xp: 5, receipt: receipt({ cap: { of: 'source', period: 'day', limit: 100, left: 5 } }) },
    { xp: 0, refusal: 'cap', receipt: receipt({ cap: { of: 'all', period: 'week', limit: 1200, left: 0 } }) },
    { type: 'payment', xp: 49, receipt: receipt({ base: 49 }) },
    { type: 'reversal', xp: -49, receipt: { reason: 'refund', of: 'payment', share: 0.5 } },
    { type: 'adjustment', xp: 250, receipt: { reason: 'Winner of the design contest', by: 'user_boss' } },
    { type: 'event.live-call', xp: 40, receipt: receipt({ base: 40 }) },
    { xp: 0, refusal: 'bank', receipt: receipt({ bank: { capacity: 300, left: 0 } }) },
    { type: 'membership', xp: 200, receipt: receipt({ base: 200 }) },
    { type: 'reset', xp: -1_250, receipt: { reason: 'A new season', by: 'user_boss' } },
  ];
  const minutes = [
    2, 3, 12, 25, 40, 64, 130, 1_500, 1_520, 1_900, 2_000, 3_000, 3_060, 3_070, 600_000, 600_100,
  ];
  return entries.map((changes, index) =>
    activityEntry(900 + index, { now, minutes: minutes[index]!, ...changes }),
  );
}
