import type { SimulatedUser } from '../../dev/whop-simulator/world.ts';
import type { WhopSimulator } from '../../dev/whop-simulator/whop-simulator.ts';
import type { ProfileRow } from '../../src/database/functions.ts';

/** Users `user_0`, `user_1`, … with a name and a picture. */
export function membersOf({ world }: WhopSimulator, count: number): SimulatedUser[] {
  return Array.from({ length: count }, (_, index) =>
    world.addUser({
      id: `user_${index}`,
      username: `name${index}`,
      name: `Name ${index}`,
      pictureUrl: `https://assets.whop.com/${index}.png`,
    }),
  );
}

/** Stands for the two SQL functions, which have tests of their own, beside `real-database.test.ts`. */
export function createKeptProfiles() {
  const kept = {
    /** The calls of saveProfiles. */
    saved: [] as ProfileRow[][],
    /** The members findStaleProfiles was asked about. */
    looked: [] as string[][],
    fresh: new Set<string>(),
    /** What the next calls fail with. */
    failures: [] as Error[],
    findStaleProfiles: async (_communityId: string, userIds: string[]): Promise<string[]> => {
      const error = kept.failures.shift();
      if (error) throw error;
      kept.looked.push(userIds);
      return userIds.filter((userId) => !kept.fresh.has(userId));
    },
    saveProfiles: async (rows: ProfileRow[]): Promise<number> => {
      kept.saved.push(rows);
      return rows.length;
    },
  };
  return kept;
}
