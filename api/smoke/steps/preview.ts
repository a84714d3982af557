import type { Config, Preview } from '@wee5/contract';
import { ask } from '../ask.ts';
import { readAll } from '../service.ts';
import { expectEqual, type Step } from '../step.ts';

export const preview: Step = {
  claim: 'a preview of other rules replays what happened and writes nothing',
  async run(world) {
    const { version } = await ask<Config>(world, 'creator', { path: '/config' });
    const read = async () => sorted(await readAll(world, [world.community]));
    const before = await read();
    const { replay } = await ask<Preview>(world, 'creator', {
      method: 'POST',
      path: '/config/preview',
      body: { version, chatXp: 1000 },
    });
    const after = await read();
    for (const [table, rows] of Object.entries(before)) {
      expectEqual(`the rows of ${table} after it`, after[table], rows);
    }
    if (replay.xpAfter <= replay.xpBefore) throw new Error(`Dearer messages earned ${replay.xpAfter} XP.`);
    return `${replay.activities} activities: ${replay.xpBefore} XP would have been ${replay.xpAfter}`;
  },
};

/** As text in one order, since a table has none; keys are left out, for every request with one touches it. */
function sorted(tables: Record<string, unknown[]>): Record<string, string[]> {
  const entries = Object.entries(tables).filter(([table]) => table !== 'api_keys');
  return Object.fromEntries(
    entries.map(([table, rows]) => [table, rows.map((row) => JSON.stringify(row)).toSorted()]),
  );
}
