import { randomUUID } from 'node:crypto';
import type { BoardKind, RulesInput, WindowKind } from '@wee5/contract';
import type {
  AwardResult,
  Board,
  BoardPosition,
  MemberRow,
  RewardRow,
  ViewerScope,
} from '../../../api/src/database/functions.ts';
import { instant } from './activities.ts';
import type { Activity } from './activities.ts';
import { functions, rows, run } from './call.ts';

type RewardDetails = Partial<Parameters<typeof functions.createReward>[0]>;

interface CommunityOptions {
  cooldownSeconds?: number;
  timeZone?: string;
  /** XP at which level 1, 2, … begin. */
  levels?: number[];
  /** As they are stored; what is left out takes its default. */
  rules?: RulesInput;
  demotion?: 'follow' | 'keep';
}

/** What `users` holds of a member. */
export interface StoredMember {
  xp: number;
  level: number;
  reached_at: string | null;
  last_active: string | null;
  username: string | null;
  display_name: string | null;
}

/** Which page of a board, and who looks: members at noon unless it says otherwise. */
export interface BoardQuery {
  scope?: ViewerScope;
  viewer?: string;
  board?: BoardKind;
  window?: WindowKind;
  /** A day or an instant of the window. */
  windowAt?: string;
  /** When it is asked for. */
  at?: string;
  limit?: number;
  after?: BoardPosition | null;
  around?: string;
}

/** A community of its own for a test: every row belongs to one, so tests share a database and never meet. */
export async function community(options: CommunityOptions = {}): Promise<TestCommunity> {
  const { cooldownSeconds = 60, timeZone = 'UTC', levels = [100, 250, 500], rules = {} } = options;
  const { demotion = 'follow' } = options;
  const id = `biz_${randomUUID()}`;
  await functions.ensureCommunities([id], { visibility: 'public', levelThresholds: levels });
  await run(
    'update public.xp_configurations set cooldown_seconds = $2, rules = $3, demotion = $4 where community_id = $1',
    [id, cooldownSeconds, JSON.stringify(rules), demotion],
  );
  await run('update public.communities set time_zone = $2 where id = $1', [id, timeZone]);
  return new TestCommunity(id);
}

export class TestCommunity {
  readonly id: string;
  /** The configuration's version, which awards carry. */
  configVersion = 1;

  constructor(id: string) {
    this.id = id;
  }

  /** One call of `award_xp`. */
  award(...activities: Activity[]): Promise<AwardResult[]> {
    return functions.awardXp(activities.map((activity) => this.priced(activity)));
  }

  /** A call of `award_xp` for each, in this order. */
  async awardEach(...activities: Activity[]): Promise<AwardResult[]> {
    const results: AwardResult[] = [];
    for (const activity of activities) results.push(...(await this.award(activity)));
    return results;
  }

  priced(activity: Activity): Activity & { communityId: string; configVersion: number } {
    return { ...activity, communityId: this.id, configVersion: this.configVersion };
  }

  /** Puts members on the board without a log: `{ ana: [120, '10:00:00'] }`. */
  async seat(members: Record<string, [xp: number, reachedAt: string]>): Promise<void> {
    const seats = Object.entries(members).map(([id, [xp, at]]) => ({ id, xp, at: instant(at) }));
    await run(
      `insert into public.users (community_id, id, xp, peak_xp, reached_at, last_active, joined_at, display_name)
       select $1, id, xp, xp, at, at, at, initcap(id)
       from jsonb_to_recordset($2::jsonb) s (id text, xp bigint, at timestamptz)`,
      [this.id, JSON.stringify(seats)],
    );
  }

  /** Changes what an admin or the member chose: visibility, pseudonym, excluded. */
  async set(
    userId: string,
    { visibility = 'public', pseudonym = null, excluded = false }: MemberSettings,
  ): Promise<void> {
    await run(
      `update public.users set visibility = $3, pseudonym = $4, excluded = $5,
         public_id = case when $4::text is not null then 'anon_' || id end
       where community_id = $1 and id = $2`,
      [this.id, userId, visibility, pseudonym, excluded],
    );
  }

  async member(userId: string): Promise<StoredMember | undefined> {
    const found = await rows<StoredMember>(
      `select xp, level, public.iso_time(reached_at) as reached_at, public.iso_time(last_active) as last_active,
         username, display_name
       from public.users where community_id = $1 and id = $2`,
      [this.id, userId],
    );
    return found[0];
  }

  /** The log in event time. */
  log(): Promise<{ user_id: string; key: string; xp_awarded: number; refusal: string | null }[]> {
    return rows(
      `select user_id, key, xp_awarded, refusal from public.activity_log
       where community_id = $1 order by created_at, key`,
      [this.id],
    );
  }

  /** Sums by period: `{ 'day 2026-11-20': 15, … }`. */
  async periods(userId: string): Promise<Record<string, number>> {
    const found = await rows<{ period: string; xp: number }>(
      `select kind || ' ' || to_char(starts_on, 'YYYY-MM-DD') as period, xp from public.period_totals
       where community_id = $1 and user_id = $2 order by 1`,
      [this.id, userId],
    );
    return Object.fromEntries(found.map(({ period, xp }) => [period, xp]));
  }

  /** Takes everything a member has, as their creator may. */
  async drain(userId: string): Promise<void> {
    await run(
      `select public.book_entries(array[
         row(u.community_id, u.id, 'adjustment', gen_random_uuid()::text, -u.xp, null, now(), null, null)::public.entry])
       from public.users u where u.community_id = $1 and u.id = $2`,
      [this.id, userId],
    );
  }

  /** What stays of a member who was erased: that something with their keys was booked. */
  async erase(userId: string): Promise<void> {
    for (const sql of [
      'update public.processed_events set user_id = null where community_id = $1 and user_id = $2',
      'delete from public.activity_log where community_id = $1 and user_id = $2',
      'delete from public.users where community_id = $1 and id = $2',
    ]) {
      await run(sql, [this.id, userId]);
    }
  }

  /** The topic on which everyone hears of this community. */
  get topic(): string {
    return `community:${this.id}`;
  }

  /** The topic on which only this member hears. */
  topicOf(userId: string): string {
    return `member:${this.id}:${userId}`;
  }

  async version(): Promise<number> {
    const [found] = await rows<{ version: number }>('select version from public.communities where id = $1', [
      this.id,
    ]);
    return found?.version ?? -1;
  }

  /** A badge unless `details` says otherwise; returns its id. */
  async reward(level: number, name = `Level ${level}`, details: RewardDetails = {}): Promise<string> {
    const reward = {
      communityId: this.id,
      levelRequirement: level,
      type: 'badge',
      name,
      ...details,
    } as const;
    const saved = await functions.createReward(reward);
    if (saved?.outcome !== 'saved') throw new Error(`No reward was made: ${JSON.stringify(saved)}`);
    return saved.rewardId;
  }

  /** The names of what a member has unlocked, in order of level. */
  async unlocked(userId: string): Promise<string[]> {
    return (await this.rewards(userId)).filter(({ state }) => state !== 'locked').map(({ name }) => name);
  }

  async rewards(userId: string | null): Promise<RewardRow[]> {
    return (await functions.getRewards(this.id, userId))?.rewards ?? [];
  }

  async board(query: BoardQuery = {}): Promise<Board> {
    const board = await functions.getLeaderboard({
      communityId: this.id,
      scope: query.scope ?? 'members',
      viewerId: query.viewer ?? null,
      board: query.board ?? 'top',
      window: query.window ?? 'all',
      windowAt: query.windowAt ?? null,
      now: instant(query.at ?? '12:00:00'),
      limit: query.limit ?? 10,
      after: query.after ?? null,
      aroundUserId: query.around ?? null,
    });
    if (!board) throw new Error(`There is no community ${this.id}.`);
    return board;
  }

  card(
    userId: string,
    query: { scope?: ViewerScope; viewer?: string; at?: string } = {},
  ): Promise<MemberRow | null> {
    return functions.getRankCard({
      communityId: this.id,
      userId,
      scope: query.scope ?? 'members',
      viewerId: query.viewer ?? null,
      at: instant(query.at ?? '12:00:00'),
    });
  }
}

interface MemberSettings {
  visibility?: 'public' | 'members' | 'hidden';
  pseudonym?: string | null;
  excluded?: boolean;
}
