import { createClient } from '@supabase/supabase-js';
import type { World } from './step.ts';

/** Every table that holds rows of a community; first those that are not deleted with it, the community itself last. */
export const tables = [
  'activity_log',
  'processed_events',
  'period_totals',
  'streak_days',
  'quarantined_events',
  'memberships',
  'take_backs',
  'outbox',
  'users',
  'user_rewards',
  'rewards',
  'api_keys',
  'xp_configurations',
  'configuration_versions',
  'community_time_zones',
  'resets',
  'flags',
  'integrity_checks',
  'communities',
] as const;

/** PostgREST with the service's own rights, past every policy. */
export function openService({ target }: World) {
  const { url, secretKey } = target.supabase;
  return createClient(url, secretKey, { auth: { persistSession: false, autoRefreshToken: false } });
}

/** How a table names the community of a row. */
export function communityColumn(table: (typeof tables)[number]): string {
  return table === 'communities' ? 'id' : 'community_id';
}

/** Everything the database holds of these communities, by table. */
export async function readAll(world: World, communities: string[]): Promise<Record<string, unknown[]>> {
  const client = openService(world);
  const found: Record<string, unknown[]> = {};
  for (const table of tables) {
    const { data, error } = await client.from(table).select('*').in(communityColumn(table), communities);
    if (error) throw new Error(`${table} could not be read (${error.code}): ${error.message}`);
    found[table] = data;
  }
  return found;
}
