import type { Configuration, DatabaseFunctions } from '../database/functions.ts';
import type { Activity } from './activity.ts';
import type { Ruled } from './ruled.ts';

/**
 * The activities with the products their members held at the time, where a multiplier of their community asks for
 * them; the others as they are. Rejects with a `DatabaseError`.
 */
export async function withProducts(
  database: Pick<DatabaseFunctions, 'findProducts'>,
  activities: Ruled<Activity>[],
): Promise<Ruled<Activity>[]> {
  const asking = activities.filter(({ configuration }) => asksForProducts(configuration));
  if (asking.length === 0) return activities;
  const members = asking.map(({ item: { communityId, userId, at } }) => ({
    communityId,
    userId,
    at: at.toISOString(),
  }));
  const found = await database.findProducts(members);
  const held = new Map(asking.map(({ item }, index) => [item, found[index] ?? []]));
  return activities.map(({ item, configuration }) => {
    const productIds = held.get(item);
    return { item: productIds ? { ...item, productIds } : item, configuration };
  });
}

function asksForProducts({ rules }: Configuration): boolean {
  return rules.multipliers.some(({ products }) => products !== undefined);
}
