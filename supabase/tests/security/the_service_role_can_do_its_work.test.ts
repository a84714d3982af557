import { expect, test } from 'vitest';
import { chat, community, functions, instant, rows } from '../support/index.ts';
import { asRole } from './as-role.ts';

test('from the first event to the board, with row level security on', async () => {
  const club = await community({ levels: [10] });

  await asRole('service_role', async () => {
    await club.reward(1);
    expect(await club.award(chat('ana', '10:00:00'))).toMatchObject([{ outcome: 'awarded', level: 1 }]);
    expect(await club.award(chat('ana', '10:00:10'))).toMatchObject([{ outcome: 'cooldown' }]);
    expect((await club.board()).entries).toMatchObject([{ userId: 'ana', xp: 15 }]);
    expect(await club.card('ana')).toMatchObject({ rank: 1 });
    expect(await club.unlocked('ana')).toEqual(['Level 1']);
    const touch = { communityId: club.id, userId: 'ana', at: instant('10:30:00') };
    expect(await functions.touchMembers([touch])).toBe(1);
    expect(await functions.getCommunity(club.id)).toMatchObject({ communityId: club.id });
  });
});

test('communities and quarantine too', async () => {
  await asRole('service_role', async () => {
    const defaults = { visibility: 'public' as const, levelThresholds: [10] };
    expect(await functions.ensureCommunities(['biz_service'], defaults)).toHaveLength(1);
    await functions.quarantineEvent({
      communityId: 'biz_service',
      webhookId: 'msg_1',
      eventType: 'message.created',
      reason: 'unknown-shape',
      payload: '{}',
      receivedAt: '2001-01-01T00:00:00Z',
    });
    expect(await functions.deleteExpiredEvents('2001-03-01T00:00:00Z')).toBe(1);
  });
});

test('it is no superuser and owns nothing', async () => {
  const [role] = await rows(
    `select rolsuper as super, rolcanlogin as login, rolbypassrls as bypassrls,
       (select count(*) from pg_catalog.pg_class where relowner = r.oid) as owns
     from pg_catalog.pg_roles r where rolname = 'service_role'`,
  );
  expect(role).toEqual({ super: false, login: false, bypassrls: true, owns: 0 });
});
