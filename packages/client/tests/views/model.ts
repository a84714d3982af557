import fc from 'fast-check';
import type { Leaderboard, LeaderboardEntry, MemberChange, RankCard } from '../../src/index.ts';

/** Level n begins at n * 20. */
export const levels = Array.from({ length: 50 }, (_, index) => ({
  level: index + 1,
  name: `Level ${index + 1}`,
  xp: (index + 1) * 20,
  badgeUrl: null,
}));

interface Member {
  userId: string;
  xp: number;
  reachedAt: number;
}

/** The database as the contract describes it, small enough to be seen to be right. */
export class Model {
  version = 0;
  readonly #members = new Map<string, Member>();
  #time = 0;

  /** Sets totals in one commit, and returns what the commit says. */
  commit(totals: [userId: string, xp: number][]): MemberChange[] {
    this.version += 1;
    const changed = new Map(totals);
    return [...changed].map(([userId, xp]) => {
      // Event times come in any order.
      this.#time = (this.#time * 7 + 3) % 1009;
      this.#members.set(userId, { userId, xp, reachedAt: this.#time });
      return { userId, xp, level: Math.floor(xp / 20) };
    });
  }

  xpOf(userId: string): number {
    return this.#members.get(userId)?.xp ?? 0;
  }

  leaderboard({ limit, around, me }: { limit: number; around?: string; me?: string }): Leaderboard {
    const all = this.#ranked();
    const centre = all.findIndex(({ userId }) => userId === around);
    const above = Math.max(Math.floor((limit - 1) / 2), limit - (all.length - centre));
    const from = around === undefined ? 0 : Math.max(0, centre - above);
    const page = all.slice(from, from + limit);
    const last = page.at(-1);
    return {
      communityId: 'biz_1',
      window: { kind: 'all', startsAt: null, endsAt: null },
      total: all.length,
      entries: page,
      me: all.find(({ userId }) => userId === me) ?? null,
      nextCursor: from + limit < all.length && last ? `${last.xp} ${last.userId}` : null,
      version: this.version,
    };
  }

  rankCard(userId: string): RankCard {
    const xp = this.xpOf(userId);
    const level = Math.floor(xp / 20);
    const found = this.#ranked().find((entry) => entry.userId === userId);
    return {
      ...member(userId, xp),
      levelName: level === 0 ? null : `Level ${level}`,
      levelXp: level * 20,
      nextLevelXp: level * 20 + 20,
      progress: (xp - level * 20) / 20,
      rank: found?.rank ?? null,
      total: this.#ranked().length,
      streakDays: 0,
      lastActiveAt: null,
      nextEligibleAt: { chat: null, reply: null, reaction: null },
      version: this.version,
    };
  }

  #ranked(): LeaderboardEntry[] {
    const shown = [...this.#members.values()].filter(({ xp }) => xp > 0);
    shown.sort((a, b) => b.xp - a.xp || a.reachedAt - b.reachedAt || (a.userId < b.userId ? -1 : 1));
    return shown.map(({ userId, xp }) => ({
      rank: 1 + shown.filter((other) => other.xp > xp).length,
      ...member(userId, xp),
    }));
  }
}

function member(userId: string, xp: number) {
  return { userId, username: null, displayName: null, avatarUrl: null, xp, level: Math.floor(xp / 20) };
}

/** Commits that change few members by few XP, so that ties abound. */
export function commits(gain: fc.Arbitrary<number>): fc.Arbitrary<{ userId: string; gain: number }[][]> {
  const change = fc.record({ userId: fc.constantFrom(...Array.from('abcdefghij')), gain });
  const commit = fc.uniqueArray(change, { selector: ({ userId }) => userId, minLength: 1, maxLength: 3 });
  return fc.array(commit, { maxLength: 40 });
}

export const gains = commits(fc.integer({ min: 1, max: 24 }));
/** An admin may take XP away. */
export const gainsAndLosses = commits(fc.integer({ min: -12, max: 24 }).filter((gain) => gain !== 0));
