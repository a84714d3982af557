import type {
  Community,
  Leaderboard,
  LeaderboardEntry,
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
