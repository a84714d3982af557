import { createClient } from '@supabase/supabase-js';
import type { World } from './step.ts';

/** What holds rows of a community without being deleted with it. */
const tables = [
  'activity_log',
  'processed_events',
  'period_totals',
  'quarantined_events',
  'communities',
] as const;

/** Removes all that this run made, with the service's own rights over PostgREST. Resolves with what was left: nothing. */
export async function cleanUp({ target, community, otherCommunity }: World): Promise<string> {
  const { url, secretKey } = target.supabase;
  const client = createClient(url, secretKey, { auth: { persistSession: false, autoRefreshToken: false } });
  const ids = [community, otherCommunity];
  let removed = 0;
  for (const table of tables) {
    const column = table === 'communities' ? 'id' : 'community_id';
    const { count, error } = await client.from(table).delete({ count: 'exact' }).in(column, ids);
    if (error) throw new Error(`${table} could not be cleaned (${error.code}): ${error.message}`);
    removed += count ?? 0;
  }
  const { count } = await client
    .from('users')
    .select('*', { count: 'exact', head: true })
    .in('community_id', ids);
  if (count !== 0) throw new Error(`${count} members of ${ids.join(' and ')} are still there.`);
  return `${removed} rows of two communities removed`;
}
