import type { Configuration } from '../database/functions.ts';
import { DatabaseError } from '../database/port.ts';
import type { Configurations } from './configurations.ts';
import { isPoison } from './isolate-poison.ts';

/** Something of a community, with the rules that hold there. */
export interface Ruled<Item> {
  item: Item;
  configuration: Configuration;
}

type Find = Pick<Configurations, 'find'>;
type OfCommunity = { communityId: string };

/** Each item with the configuration of its community, which exists from now on. Rejects with a `DatabaseError`. */
export async function withRules<Item extends OfCommunity>(
  configurations: Find,
  items: Item[],
): Promise<Ruled<Item>[]> {
  const rules = await configurations.find(items.map(({ communityId }) => communityId));
  return items.map((item) => {
    const configuration = rules.get(item.communityId);
    if (!configuration) throw new DatabaseError('The community has no configuration.', { kind: 'poison' });
    return { item, configuration };
  });
}

/** The configurations of the items' communities; none where the database refuses one of them as data. */
export async function findRules(
  configurations: Find,
  items: OfCommunity[],
): Promise<Map<string, Configuration>> {
  try {
    return await configurations.find(items.map(({ communityId }) => communityId));
  } catch (error) {
    // Awarding meets the same refusal and finds out whose it is.
    if (isPoison(error)) return new Map();
    throw error;
  }
}
