import {
  HttpError,
  type ActivityEntry,
  type Client,
  type DataOf,
  type Leaderboard,
  type LeaderboardView,
  type LiveFeed,
  type MemberActivity,
  type Observer,
  type RankCard,
  type Reward,
  type Rewards,
  type View,
} from '@wee5/client';
import { activityEntry, allActivity, card, community, levelOf } from '../../widgets/testing/samples.ts';
import { gifts, shares, windowOf } from './demo-data.ts';
import { isReached, ownId, peopleOf, type DemoCommunity, type Person } from './demo-people.ts';

interface Watcher {
  view: View;
  observer: Observer<View>;
}

/** A community that lives in the page alone: it answers like the API and asks no network. */
export class DemoClient implements Client {
  readonly apiUrl = 'https://api.example.com';
  readonly communityId = 'biz_demo';
  readonly #of: DemoCommunity;
  readonly #people: Person[];
  readonly #watchers = new Set<Watcher>();
  readonly #claimed = new Map<string, Reward>();
  #log: ActivityEntry[] = allActivity();
  #theme: Record<string, unknown>;
  #version = 1;

  constructor(of: DemoCommunity, theme: Record<string, unknown> = {}) {
    this.#of = of;
    this.#people = peopleOf(of);
    this.#theme = theme;
  }

  /** The reader gets XP, and everybody who watches hears of it. */
  earn(xp: number): void {
    this.#reader.xp += xp;
    this.#log = [activityEntry(this.#version, { minutes: 0, xp }), ...this.#log];
    this.#changed();
  }

  /** The creator saves another theme. */
  dress(theme: Record<string, unknown>): void {
    this.#theme = theme;
    this.#changed();
  }

  live(): LiveFeed {
    const state = { status: 'live', transport: 'sse', since: new Date() } as const;
    return {
      state,
      watch: (view, observer) => {
        const watcher = { view, observer: observer as unknown as Observer<View> };
        this.#watchers.add(watcher);
        observer.state?.(state);
        this.#tell(watcher, 'snapshot');
        return () => void this.#watchers.delete(watcher);
      },
    };
  }

  readonly getCommunity = async () => this.#community();
  readonly getMyCard = async () => this.#card('me');
  readonly getRankCard = async (userId: string) => this.#card(userId);
  readonly getLeaderboard = async (
    view: Omit<LeaderboardView, 'kind'> & { cursor?: string | undefined } = {},
  ) => this.#board(view);
  readonly getRewards = async () => this.#rewards();
  readonly updateMe = async () => this.#card('me');
  readonly getMyActivity = async ({ limit = 50, cursor = '0' } = {}): Promise<MemberActivity> => {
    const from = Number(cursor);
    const entries = this.#log.slice(from, from + limit);
    const isMore = from + limit < this.#log.length;
    return { entries, nextCursor: isMore ? `${from + limit}` : null, version: this.#version };
  };
  readonly claimReward = async (rewardId: string): Promise<Reward> => {
    const wanted = this.#rewards().rewards.find((each) => each.rewardId === rewardId);
    if (wanted?.state !== 'unlocked') throw new HttpError(409, { code: 'reward-not-claimable' });
    const metadata = { ...wanted.metadata, ...(wanted.type === 'custom' && { code: 'NORTHWIND-4711' }) };
    const claimed = { ...wanted, state: 'claimed' as const, claimedAt: new Date().toISOString(), metadata };
    this.#claimed.set(rewardId, claimed);
    this.#changed();
    return claimed;
  };

  get #reader(): Person {
    return this.#people.find(({ userId }) => userId === ownId)!;
  }

  #changed(): void {
    this.#version++;
    for (const watcher of this.#watchers) this.#tell(watcher, 'live');
  }

  #tell({ view, observer }: Watcher, cause: 'snapshot' | 'live'): void {
    try {
      observer.data({ data: this.#answer(view), receivedAt: new Date(), cause });
    } catch (error) {
      observer.error?.(error as HttpError);
    }
  }

  #answer(view: View): DataOf<View> {
    if (view.kind === 'community') return this.#community();
    if (view.kind === 'leaderboard') return this.#board(view);
    return view.kind === 'rankCard' ? this.#card(view.userId) : this.#rewards();
  }

  #community() {
    return community({ name: this.#of.name, theme: this.#theme, version: this.#version });
  }

  #ranked(share = 1) {
    const sorted = this.#people
      .map((person) => ({ ...person, xp: Math.round(person.xp * share) }))
      .toSorted((a, b) => b.xp - a.xp);
    return sorted.map((person, index) => ({
      ...person,
      rank: index + 1,
      level: levelOf(person.xp / share),
      username: person.displayName.toLowerCase(),
      avatarUrl: null,
    }));
  }

  #board({
    limit = 50,
    window = 'all',
    around,
    cursor,
    board,
  }: Parameters<DemoClient['getLeaderboard']>[0] = {}): Leaderboard {
    const everybody = this.#ranked(shares[window]);
    const ranked =
      board === 'newcomers'
        ? everybody.slice(-12).map((it, index) => ({ ...it, rank: index + 1 }))
        : everybody;
    const me = ranked.find(({ userId }) => userId === ownId) ?? null;
    const middle = around === 'me' ? me : ranked.find(({ userId }) => userId === around);
    const from = Number(
      cursor ?? Math.max(0, (middle?.rank ?? 1) - 1 - Math.floor((around ? limit : 0) / 2)),
    );
    const isMore = from + limit < ranked.length;
    return {
      communityId: this.communityId,
      window: windowOf(window),
      total: Math.max(ranked.length, board ? 0 : this.#of.total),
      entries: ranked.slice(from, from + limit),
      me,
      nextCursor: isMore ? `${from + limit}` : null,
      version: this.#version,
    };
  }

  #card(userId: string): RankCard {
    const id = userId === 'me' ? ownId : userId;
    const found = this.#ranked().find((person) => person.userId === id);
    if (!found) throw new HttpError(404, { code: 'unknown-member' });
    const streak = { freezes: 1, frozenDays: 0, endsAt: new Date(Date.now() + 30 * 3_600_000).toISOString() };
    const { total } = this.#of;
    return card({
      ...found,
      total,
      streakDays: 12,
      streak,
      lastActiveAt: new Date().toISOString(),
      version: this.#version,
    });
  }

  #rewards(): Rewards {
    const { xp } = this.#reader;
    const own = gifts.map((gift) => {
      const state = isReached(gift.levelRequirement, xp) ? ('unlocked' as const) : ('locked' as const);
      return this.#claimed.get(gift.rewardId) ?? { ...gift, state };
    });
    return { rewards: own, version: this.#version };
  }
}
