import { readdirSync, readFileSync } from 'node:fs';
import { createDatabase, dropDatabase } from '@wee5/tooling/postgres';
import pg from 'pg';
import { inject } from 'vitest';

const migrations = new URL('../../migrations/', import.meta.url);
let databases = 0;

/** A migrated database on the run's real Postgres, with one community `biz_race` and as many sessions as asked for. */
export class RaceDatabase {
  readonly #name: string;
  readonly #url: string;
  readonly #sessions: pg.Client[] = [];

  static async create(): Promise<RaceDatabase> {
    const name = `sql_race_${process.pid}_${++databases}`;
    const database = new RaceDatabase(name, await createDatabase(inject('postgres').url, name));
    const session = await database.connect();
    for (const file of readdirSync(migrations).sort()) {
      await session.query(readFileSync(new URL(file, migrations), 'utf8'));
    }
    const defaults = { visibility: 'public', levelThresholds: [100, 255, 475] };
    await session.query('select public.ensure_communities($1, $2)', [
      JSON.stringify(['biz_race']),
      JSON.stringify(defaults),
    ]);
    return database;
  }

  private constructor(name: string, url: string) {
    this.#name = name;
    this.#url = url;
  }

  async connect(): Promise<pg.Client> {
    const session = new pg.Client(this.#url);
    await session.connect();
    this.#sessions.push(session);
    return session;
  }

  /** Resolves once some session waits for a lock another one holds; rejects when none does within 5 s. */
  async someoneWaits(observer: pg.Client): Promise<void> {
    for (const deadline = Date.now() + 5_000; Date.now() < deadline;) {
      const { rows } = await observer.query<{ waiting: number }>(
        `select count(*)::int as waiting from pg_stat_activity
         where datname = current_database() and wait_event_type = 'Lock'`,
      );
      if (rows[0]?.waiting) return;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    throw new Error('no session waits for another');
  }

  async drop(): Promise<void> {
    await Promise.all(this.#sessions.map((session) => session.end()));
    await dropDatabase(inject('postgres').url, this.#name);
  }
}

export interface Chat {
  userId: string;
  key: string;
  at: string;
  configVersion?: number;
  type?: string;
  xp?: number;
}

/** Calls award_xp with chat messages worth 15 XP and returns the outcomes. */
export async function award(session: pg.Client, chats: Chat[]): Promise<string[]> {
  return (await results(session, 'award_xp', toAwards(chats))).map(({ outcome }) => outcome);
}

/** Calls award_xp with one payment worth 100 XP, `payment:1` of `user_ana`. */
export async function pay(session: pg.Client): Promise<string[]> {
  const payment = { userId: 'user_ana', key: 'payment:1', at: '10:00:00', type: 'payment', xp: 100 };
  return award(session, [payment]);
}

/** Calls take_back with one word: so much of `payment:1` is refunded. */
export async function refund(session: pg.Client, share: number, at = '11:00:00'): Promise<string[]> {
  const word = { key: 'refund:1', ofKey: 'payment:1', share, reason: 'refund', at: `2026-11-20T${at}Z` };
  const words = JSON.stringify([{ ...word, communityId: 'biz_race' }]);
  return (await results(session, 'take_back', words)).map(({ outcome }) => outcome);
}

async function results(session: pg.Client, fn: string, argument: string): Promise<{ outcome: string }[]> {
  const { rows } = await session.query<{ results: { outcome: string }[] }>(
    `select public.${fn}($1) as results`,
    [argument],
  );
  return rows[0]?.results ?? [];
}

/** Only the first step of award_xp: makes sure of the members and locks them. */
export async function lockMembers(session: pg.Client, chats: Chat[]): Promise<void> {
  await session.query('select public.lock_members(public.read_awards($1))', [toAwards(chats)]);
}

function toAwards(chats: Chat[]): string {
  const awards = chats.map(({ userId, key, at, configVersion = 1, type = 'chat', xp = 15 }) => ({
    communityId: 'biz_race',
    userId,
    type,
    key,
    at: `2026-11-20T${at}Z`,
    xp,
    configVersion,
    receipt: {},
    username: null,
    displayName: null,
  }));
  return JSON.stringify(awards);
}
