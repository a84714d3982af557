import { communityColumn, openService, readAll, tables } from './service.ts';
import type { World } from './step.ts';

/** Removes all that this run made, with the service's own rights over PostgREST. Rejects where anything was left. */
export async function cleanUp(world: World): Promise<string> {
  const client = openService(world);
  const ids = [world.community, world.otherCommunity];
  let removed = 0;
  for (const table of tables) {
    const { count, error } = await client
      .from(table)
      .delete({ count: 'exact' })
      .in(communityColumn(table), ids);
    if (error) throw new Error(`${table} could not be cleaned (${error.code}): ${error.message}`);
    removed += count ?? 0;
  }
  const left = Object.entries(await readAll(world, ids)).filter(([, rows]) => rows.length > 0);
  const named = left.map(([table, rows]) => `${rows.length} of ${table}`).join(', ');
  if (left.length > 0) throw new Error(`Rows of ${ids.join(' and ')} are still there: ${named}.`);
  return `${removed} rows of two communities removed`;
}
