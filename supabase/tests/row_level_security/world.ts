import { randomUUID } from 'node:crypto';
import type { TestDatabase } from '../support/database.ts';
import { callOn } from '../support/on.ts';

/** What each community lets see of itself. */
export const COMMUNITIES = { open: 'public', closed: 'members', secret: 'private', other: 'public' } as const;

/** Who each of them has: XP, and what was chosen or decided about them. Everybody's real name is `Real <id>`. */
const MEMBERS = {
  ana: { xp: 50 },
  ben: { xp: 40 },
  pia: { xp: 30, pseudonym: 'Night Owl' },
  mia: { xp: 20, visibility: 'members' },
  hal: { xp: 10, visibility: 'hidden' },
  exa: { xp: 60, excluded: true },
  zoe: { xp: 0 },
};

export const EVERYBODY = Object.keys(MEMBERS);

/**
 * Fills every table for every community: whoever reads too much, reads something. Returns what the communities' ids
 * begin with, since other tests share the database.
 */
export async function createWorld(database: TestDatabase): Promise<string> {
  const world = `${randomUUID()}:`;
  for (const [name, visibility] of Object.entries(COMMUNITIES)) {
    await createCommunity(database, world + name, visibility);
    for (const [userId, member] of Object.entries(MEMBERS)) {
      await createMember(database, world + name, userId, member);
    }
  }
  // One that belongs to no community.
  await quarantine(database, '');
  return world;
}

async function createCommunity(database: TestDatabase, id: string, visibility: string): Promise<void> {
  const defaults = { visibility, levelThresholds: [25] };
  await callOn(database, 'ensure_communities', { community_ids: [id], defaults });
  for (const sql of [
    `insert into public.rewards (community_id, level_requirement, reward_type, name) values ($1, 0, 'badge', 'Hello')`,
    `insert into public.api_keys (community_id, kind, key_hash)
     values ($1, 'secret', sha256(convert_to($1, 'UTF8')))`,
    `insert into public.outbox (community_id, kind, payload) values ($1, 'webhook', '{}')`,
    `insert into public.configuration_versions (community_id, version, document, saved_at) values ($1, 1, '{}', now())`,
    `insert into public.community_time_zones (community_id, kind, starts_at, time_zone)
     values ($1, 'day', '-infinity', 'UTC')`,
  ]) {
    await database.query(sql, [id]);
  }
  await quarantine(database, id);
}

async function quarantine(database: TestDatabase, communityId: string): Promise<void> {
  await database.query(
    `insert into public.quarantined_events (community_id, webhook_id, event_type, reason, payload, received_at)
     values ($1, gen_random_uuid(), 'message.created', 'unknown-shape', '{}', now())`,
    [communityId],
  );
}

interface Member {
  xp: number;
  visibility?: string;
  pseudonym?: string;
  excluded?: boolean;
}

async function createMember(
  database: TestDatabase,
  communityId: string,
  userId: string,
  { xp, visibility = 'public', pseudonym, excluded = false }: Member,
): Promise<void> {
  await database.query(
    `insert into public.users
       (community_id, id, xp, peak_xp, reached_at, username, display_name, avatar_url, visibility, pseudonym, public_id,
        excluded)
     values ($1, $2, $3, $3, now(), 'Real ' || $2, 'Real ' || $2, 'Real ' || $2, $4, $5,
       case when $5::text is not null then 'anon_8' end, $6)`,
    [communityId, userId, xp, visibility, pseudonym ?? null, excluded],
  );
  const mine = [communityId, userId];
  for (const sql of [
    `insert into public.activity_log (community_id, user_id, activity_type, key, xp_awarded, created_at, period_at)
     values ($1, $2, 'chat', 'chat:' || $2, 0, now(), now())`,
    `insert into public.processed_events (community_id, key_hash) values ($1, sha256(convert_to('chat:' || $2, 'UTF8')))`,
    `insert into public.period_totals (community_id, kind, starts_on, time_zone, user_id, xp, reached_at)
     values ($1, 'day', '2026-11-20', 'UTC', $2, 0, now())`,
    `insert into public.user_rewards (community_id, user_id, reward_id, unlocked_at)
     select community_id, $2, id, now() from public.rewards where community_id = $1`,
  ]) {
    await database.query(sql, mine);
  }
}
