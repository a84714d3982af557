import { beforeAll, describe, expect, test } from 'vitest';
import { DATABASES } from '../support/databases.ts';
import { rowsOn } from '../support/on.ts';
import { anon, asViewer, member } from '../support/viewers.ts';
import type { Viewer } from '../support/viewers.ts';
import { createWorld } from './world.ts';

describe.each(DATABASES)('$where', ({ database }) => {
  let club = '';
  beforeAll(async () => {
    club = `${await createWorld(database)}open`;
  });

  const board = (view: string, viewer: Viewer) =>
    asViewer(database, viewer, () =>
      rowsOn(database, `select * from public.${view} where community_id = $1 order by xp desc`, [club]),
    );

  test('the public board tells a pseudonym and XP, and nothing that leads to who it is', async () => {
    for (const viewer of [anon, member(club, 'ben'), member(club, 'boss', 'admin')]) {
      const rows = await board('public_board', viewer);
      expect(rows.find(({ display_name }) => display_name === 'Night Owl')).toEqual({
        community_id: club,
        user_id: 'anon_8',
        xp: 30,
        level: 1,
        reached_at: expect.any(String) as unknown,
        username: null,
        display_name: 'Night Owl',
        avatar_url: null,
      });
      expect(JSON.stringify(rows)).not.toContain('pia');
    }
  });

  test('members of the community see the name behind it, as on the board of the API', async () => {
    const rows = await board('members_board', member(club, 'ben'));
    expect(rows.find(({ user_id }) => user_id === 'pia')).toMatchObject({
      public_id: 'anon_8',
      username: 'Real pia',
      display_name: 'Real pia',
      avatar_url: 'Real pia',
    });
    expect(JSON.stringify(rows)).not.toContain('Night Owl');
  });

  test('a function of the reader’s own sees no row that the view leaves out', async () => {
    const peek = `pg_temp.peek(display_name)`;
    await database.query(`create function pg_temp.peek(name text) returns boolean language plpgsql cost 0.0001 as $$
      begin
        if name like 'Real %' and name not in ('Real ana', 'Real ben') then raise exception 'saw %', name; end if;
        return true;
      end $$`);
    await database.query('grant execute on function pg_temp.peek to anon');

    const rows = await asViewer(database, anon, () =>
      rowsOn(database, `select display_name from public.public_board where community_id = $1 and ${peek}`, [
        club,
      ]),
    );
    expect(rows).toHaveLength(3);
  });

  test('when profiles were fetched is no business of the browser', async () => {
    await asViewer(database, member(club, 'ana'), () =>
      expect(database.query('select profile_fetched_at from public.users')).rejects.toMatchObject({
        code: '42501',
      }),
    );
  });
});
