import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { DATABASES } from '../support/databases.ts';
import { rolledBackOn, rowsOn } from '../support/on.ts';

const seed = await readFile(new URL('../../seed.sql', import.meta.url), 'utf8');
const CLUB = 'biz_demo';

describe.each(DATABASES)('$where', ({ database }) => {
  test('three members, each total the sum of their log and of every kind of period', async () => {
    const members = await rolledBackOn(database, async () => {
      await database.script(seed);
      return rowsOn(
        database,
        `select u.id, u.xp, u.level, width_bucket(u.xp, c.level_thresholds) as counted_level,
           (select sum(l.xp_awarded) from public.activity_log l
            where l.community_id = u.community_id and l.user_id = u.id) as logged,
           (select array_agg(distinct s.sum) from (
              select sum(p.xp) from public.period_totals p
              where p.community_id = u.community_id and p.user_id = u.id group by p.kind) s) as by_period
         from public.users u join public.xp_configurations c on c.community_id = u.community_id
         where u.community_id = '${CLUB}' order by u.xp desc`,
      );
    });

    const member = (id: string, xp: number, level: number) => ({
      id,
      xp,
      level,
      counted_level: level,
      logged: xp,
      by_period: [xp],
    });
    expect(members).toEqual([
      member('user_ana', 60 * 15 + 20 * 20 + 30 * 5, 5),
      member('user_ben', 30 * 15 + 10 * 20 + 5 * 5, 3),
      member('user_chidi', 8 * 15 + 2 * 5, 1),
    ]);
  });

  test('everybody has the rewards of their level', async () => {
    const unlocked = await rolledBackOn(database, async () => {
      await database.script(seed);
      return rowsOn(
        database,
        `select ur.user_id, array_agg(r.name order by r.level_requirement) as names
         from public.user_rewards ur join public.rewards r on r.community_id = ur.community_id and r.id = ur.reward_id
         where r.community_id = '${CLUB}' group by ur.user_id order by ur.user_id`,
      );
    });
    expect(unlocked).toEqual([
      { user_id: 'user_ana', names: ['Newcomer', 'Regular'] },
      { user_id: 'user_ben', names: ['Newcomer', 'Regular'] },
      { user_id: 'user_chidi', names: ['Newcomer'] },
    ]);
  });

  test('a second run changes nothing', async () => {
    await rolledBackOn(database, async () => {
      await database.script(seed);
      const first = await everything();
      await database.script(seed);
      expect(await everything()).toEqual(first);
    });
  });

  async function everything() {
    const tables = ['xp_configurations', 'users', 'activity_log', 'period_totals', 'rewards', 'user_rewards'];
    const contents = [await rowsOn(database, `select * from public.communities where id = '${CLUB}'`)];
    for (const table of tables) {
      contents.push(
        await rowsOn(
          database,
          `select t from public.${table} t where community_id = '${CLUB}' order by t::text`,
        ),
      );
    }
    expect(contents.flat().length).toBeGreaterThan(150);
    return contents;
  }
});
