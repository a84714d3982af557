import { expect, test } from 'vitest';
import { chat, community, functions, messagesDuring, rows, run } from '../support/index.ts';
import { leaveTraces, somebody, tablesWith } from './traces.ts';

async function clubOf(userId: string) {
  const club = await community({ cooldownSeconds: 0 });
  await leaveTraces(club, userId);
  return club;
}

test('no row of any table contains the id afterwards', async () => {
  const userId = somebody();
  const club = await clubOf(userId);
  // Or the search below would prove nothing.
  expect(await tablesWith(userId)).toEqual([
    'activity_log',
    'configuration_versions',
    'flags',
    'integrity_checks',
    'memberships',
    'outbox',
    'period_totals',
    'processed_events',
    'quarantined_events',
    'resets',
    'streak_days',
    'user_rewards',
    'users',
    'xp_configurations',
  ]);

  expect(await functions.eraseMember(club.id, userId)).toEqual({
    sources: ['chat', 'payment', 'reaction', 'reset'],
  });

  expect(await tablesWith(userId)).toEqual([]);
  expect(await rows('select from public.take_backs where community_id = $1', [club.id])).toEqual([]);
});

test('where the creator’s rules name them, they still do', async () => {
  const userId = somebody();
  const club = await clubOf(userId);
  const rules = JSON.stringify({ noXpMembers: [userId] });
  await run('update public.xp_configurations set rules = $2 where community_id = $1', [club.id, rules]);
  await functions.eraseMember(club.id, userId);
  expect(await tablesWith(userId)).toEqual(['xp_configurations']);
});

test('other members keep what they have, and what it was for', async () => {
  const userId = somebody();
  const club = await clubOf(userId);
  const before = await rows(
    'select id, xp, level, peak_xp from public.users where community_id = $1 and id <> $2 order by id',
    [club.id, userId],
  );
  await functions.eraseMember(club.id, userId);

  expect(
    await rows('select id, xp, level, peak_xp from public.users where community_id = $1', [club.id]),
  ).toEqual(before);
  expect(
    await rows(
      `select activity_type, xp_awarded, counterpart_id from public.activity_log
       where community_id = $1 and user_id = 'ben' order by booking`,
      [club.id],
    ),
  ).toEqual([
    { activity_type: 'chat', xp_awarded: 15, counterpart_id: null },
    { activity_type: 'reply', xp_awarded: 20, counterpart_id: null },
    { activity_type: 'reaction_received', xp_awarded: 5, counterpart_id: null },
    { activity_type: 'reset', xp_awarded: -40, counterpart_id: null },
  ]);
});

test('a key that named them is the hash by which it is known as booked', async () => {
  const userId = somebody();
  const club = await clubOf(userId);
  await functions.eraseMember(club.id, userId);
  const [received] = await rows<{ key: string; known: boolean }>(
    `select l.key, exists (
       select from public.processed_events e
       where e.community_id = l.community_id and 'erased:' || encode(e.key_hash, 'hex') = l.key) as known
     from public.activity_log l where l.community_id = $1 and l.activity_type = 'reaction_received'`,
    [club.id],
  );
  expect(received).toMatchObject({ key: expect.stringMatching(/^erased:[0-9a-f]{64}$/), known: true });
});

test('an id that begins like another’s takes nothing of theirs', async () => {
  const club = await community({ cooldownSeconds: 0 });
  const long = chat('user_12', '10:00:00', { key: 'reaction:user_12:post' });
  await club.award(chat('user_1', '10:00:00'), long);
  await run(
    `insert into public.outbox (community_id, kind, payload) values ($1, 'role', '{"userId": "user_12"}')`,
    [club.id],
  );
  await functions.eraseMember(club.id, 'user_1');
  expect(await club.log()).toMatchObject([{ user_id: 'user_12', key: 'reaction:user_12:post' }]);
  expect(await rows('select from public.outbox where community_id = $1', [club.id])).toHaveLength(1);
});

test('the community hears it once, without a list, and a replay brings nobody back', async () => {
  const club = await community();
  const first = chat('ana', '10:00:00', { displayName: 'Ana' });
  await club.award(first, chat('ben', '10:00:00'));
  const messages = await messagesDuring(() => functions.eraseMember(club.id, 'ana'));
  expect(messages).toEqual([{ topic: club.topic, event: 'community.changed', payload: { version: 2 } }]);

  expect(await club.award(first)).toMatchObject([{ outcome: 'duplicate' }]);
  await functions.touchMembers([{ communityId: club.id, userId: 'ana', at: '2026-11-20T12:00:00Z' }]);
  const profile = { username: null, displayName: 'Ana', avatarUrl: null, fetchedAt: '2026-11-20T12:00:00Z' };
  await functions.saveProfiles([{ communityId: club.id, userId: 'ana', ...profile }]);
  expect(await club.member('ana')).toBeUndefined();
});

test('who does not exist, or no longer does, is nobody', async () => {
  const [club, other] = [await community(), await community()];
  await club.award(chat('ana', '10:00:00'));
  expect(await functions.eraseMember(other.id, 'ana')).toBeNull();
  expect(await functions.eraseMember(club.id, 'ana')).toEqual({ sources: ['chat'] });
  expect(await functions.eraseMember(club.id, 'ana')).toBeNull();
});
