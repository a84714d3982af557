import { ask } from '../ask.ts';
import { readAll } from '../service.ts';
import { expectEqual, type Step } from '../step.ts';

export const erasure: Step = {
  claim: 'whoever is erased is named in no row of any table',
  async run(world) {
    const rowsAbout = async () => {
      const tables = Object.entries(await readAll(world, [world.community]));
      const about = tables.map(([table, rows]): [string, number] => [
        table,
        rows.filter((row) => JSON.stringify(row).includes('user_neighbour')).length,
      ]);
      return about.filter(([, count]) => count > 0);
    };
    const before = await rowsAbout();
    await ask(world, 'creator', { method: 'DELETE', path: '/members/user_neighbour', status: 204 });
    expectEqual('the rows that still name them', await rowsAbout(), []);
    await ask(world, 'creator', { path: '/members/user_neighbour', status: 404 });
    return `was in ${before.map(([table, count]) => `${count} of ${table}`).join(', ')}; is in none`;
  },
};
