import { beforeAll, describe, expect, test } from 'vitest';
import { DATABASES } from '../support/databases.ts';
import { callOn, rowsOn } from '../support/on.ts';
import { anon, asViewer, member } from '../support/viewers.ts';
import type { Viewer } from '../support/viewers.ts';
import { createWorld } from './world.ts';

const CODE = 'WINTER-4711';

describe.each(DATABASES)('$where', ({ database }) => {
  let club = '';
  beforeAll(async () => {
    club = `${await createWorld(database)}open`;
    const metadata = { instructions: 'Enter it in the shop', code: CODE };
    const { rewardId } = await callOn<{ rewardId: string }>(database, 'create_reward', {
      reward: { communityId: club, levelRequirement: 1, type: 'custom', name: 'Discount', metadata },
      at: '2026-11-20T10:00:00Z',
    });
    const named = { community_id: club, reward_id: rewardId, at: '2026-11-20T12:00:00Z' };
    await callOn(database, 'claim_reward', { ...named, user_id: 'ana' });
  });

  test('ana has claimed it, so that what follows means something', async () => {
    const claimed = await rowsOn(
      database,
      `select ur.user_id from public.user_rewards ur join public.rewards r on r.id = ur.reward_id
       where r.community_id = $1 and r.code = $2 and ur.state = 'claimed'`,
      [club, CODE],
    );
    expect(claimed).toEqual([{ user_id: 'ana' }]);
  });

  const readers = (): Viewer[] => [
    anon,
    member(club, 'ana'),
    member(club, 'ben'),
    member(club, 'boss', 'admin'),
  ];

  test.each([
    'select code from public.rewards',
    'select * from public.rewards',
    'select r::text from public.rewards r',
  ])('a browser is refused %s, also of what its reader has claimed', async (sql) => {
    for (const reader of readers()) {
      await asViewer(database, reader, () =>
        expect(database.query(sql)).rejects.toMatchObject({ code: '42501' }),
      );
    }
  });

  test('what a browser may read of rewards holds no code', async () => {
    for (const reader of readers().slice(1)) {
      const read = await asViewer(database, reader, async () => [
        await rowsOn(database, 'select name, metadata from public.rewards'),
        await rowsOn(database, 'select * from public.user_rewards'),
      ]);
      expect(JSON.stringify(read)).toContain('Discount');
      expect(JSON.stringify(read)).not.toContain(CODE);
    }
  });

  test('what is no longer given is read by those who have it, and by admins', async () => {
    const named = (reader: Viewer) =>
      asViewer(database, reader, async () => {
        const found = await rowsOn<{ name: string }>(database, 'select name from public.rewards order by 1');
        return found.map(({ name }) => name);
      });
    const [, ana, ben, boss] = readers() as [Viewer, Viewer, Viewer, Viewer];
    expect(await named(ben)).toEqual(['Discount', 'Hello']);

    await database.query(`update public.rewards set archived_at = now() where community_id = $1`, [club]);
    expect(await named(ana)).toEqual(['Discount']);
    expect(await named(ben)).toEqual([]);
    expect(await named(boss)).toEqual(['Discount', 'Hello']);
  });
});
