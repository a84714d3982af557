import type { Config, Preview } from '@wee5/contract';
import type pg from 'pg';
import { vi } from 'vitest';
import type { Replica } from './replica.ts';

/** Everything that is derived from what happened in a community. */
export interface Projections {
  totals: { id: string; xp: number; level: number }[];
  periods: object[];
  streakDays: object[];
  rewards: object[];
}

const queries = {
  totals: 'select id, xp::int, level from public.users where community_id = $1 order by id',
  periods: `select user_id, kind, starts_on::text, time_zone, xp::int from public.period_totals
    where community_id = $1 order by 1, 2, 3, 4`,
  streakDays: 'select user_id, day::text from public.streak_days where community_id = $1 order by 1, 2',
  rewards: `select u.user_id, r.level_requirement from public.user_rewards u
    join public.rewards r on r.community_id = u.community_id and r.id = u.reward_id
    where u.community_id = $1 order by 1, 2`,
};

export async function readProjections(client: pg.Client, communityId: string): Promise<Projections> {
  const read = async <Row extends object>(query: string) =>
    (await client.query<Row>(query, [communityId])).rows;
  return {
    totals: await read(queries.totals),
    periods: await read(queries.periods),
    streakDays: await read(queries.streakDays),
    rewards: await read(queries.rewards),
  };
}

/** Calls of a creator's server. */
export class Server {
  readonly #replica: Replica;
  readonly #path: string;
  readonly #headers: Record<string, string>;

  constructor(replica: Replica, communityId: string, key: string) {
    this.#replica = replica;
    this.#path = `/api/v1/communities/${communityId}/config`;
    this.#headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  }

  preview(document: object): Promise<Preview> {
    return this.#call('/preview', { method: 'POST', body: JSON.stringify(document) });
  }

  /** Saves, and waits until all levels are what the configuration says. */
  async save(document: object): Promise<void> {
    const { version } = await this.#call<Config>('', {});
    await this.#call('', { method: 'PUT', body: JSON.stringify({ version, ...document }) });
    await vi.waitUntil(async () => !(await this.#call<Config>('', {})).levelsPending, {
      timeout: 30_000,
      interval: 100,
    });
  }

  async #call<Body>(path: string, init: RequestInit): Promise<Body> {
    const answer = await fetch(this.#replica.url + this.#path + path, { ...init, headers: this.#headers });
    const text = await answer.text();
    if (answer.status !== 200) throw new Error(`The creator's server was answered ${answer.status}: ${text}`);
    return JSON.parse(text) as Body;
  }
}
