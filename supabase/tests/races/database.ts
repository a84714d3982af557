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
}

/** Calls award_xp with chat messages worth 15 XP and returns the outcomes. */
export async function award(session: pg.Client, chats: Chat[]): Promise<string[]> {
  const { rows } = await session.query<{ results: { outcome: string }[] }>(
    'select public.award_xp($1) as results',
    [toAwards(chats)],
  );
  return (rows[0]?.results ?? []).map(({ outcome }) => outcome);
}

/** Only the first step of award_xp: makes sure of the members and locks them. */
export async function lockMembers(session: pg.Client, chats: Chat[]): Promise<void> {
  await session.query('select public.lock_members(public.read_awards($1))', [toAwards(chats)]);
}

function toAwards(chats: Chat[]): string {
  const awards = chats.map(({ userId, key, at, configVersion = 1 }) => ({
    communityId: 'biz_race',
    userId,
    type: 'chat',
    key,
    at: `2026-11-20T${at}Z`,
    xp: 15,
    configVersion,
    receipt: {},
    username: null,
    displayName: null,
  }));
  return JSON.stringify(awards);
}
