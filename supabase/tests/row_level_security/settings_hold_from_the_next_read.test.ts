import { beforeAll, describe, expect, test } from 'vitest';
import { DATABASES } from '../support/databases.ts';
import { callOn, rowsOn } from '../support/on.ts';
import { anon, asViewer, member } from '../support/viewers.ts';
import { createWorld } from './world.ts';

describe.each(DATABASES)('$where', ({ database }) => {
  let club = '';
  beforeAll(async () => {
    club = `${await createWorld(database)}open`;
  });

  const update = (userId: string, settings: object) =>
    callOn(database, 'update_me', { community_id: club, user_id: userId, settings });
  const exclude = (userId: string, excluded: boolean) =>
    callOn(database, 'exclude_member', { community_id: club, user_id: userId, excluded });
  const shows = async (view: string) => {
    const rows = await asViewer(database, view === 'public_board' ? anon : member(club, 'ben'), () =>
      rowsOn(database, `select * from public.${view} where community_id = $1`, [club]),
    );
    return JSON.stringify(rows).includes('Real ana');
  };

  test('whoever hides is on no board that a browser reads, and back when they show themselves', async () => {
    for (const view of ['public_board', 'members_board']) expect(await shows(view)).toBe(true);
    await update('ana', { visibility: 'hidden' });
    for (const view of ['public_board', 'members_board']) expect(await shows(view)).toBe(false);
    await update('ana', { visibility: 'members' });
    expect([await shows('public_board'), await shows('members_board')]).toEqual([false, true]);
    await update('ana', { visibility: 'public', pseudonym: 'Early Bird' });
    expect([await shows('public_board'), await shows('members_board')]).toEqual([false, true]);
    await update('ana', { pseudonym: null });
    expect(await shows('public_board')).toBe(true);
  });

  test('whoever is excluded as well', async () => {
    await exclude('ana', true);
    for (const view of ['public_board', 'members_board']) expect(await shows(view)).toBe(false);
    await exclude('ana', false);
    for (const view of ['public_board', 'members_board']) expect(await shows(view)).toBe(true);
  });
});
