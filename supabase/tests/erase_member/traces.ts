import { randomUUID } from 'node:crypto';
import type { TestCommunity } from '../support/index.ts';
import { functions, reaction, reply, rows, run, chat } from '../support/index.ts';

/** An id that nothing else contains, so that a search for it finds only them. */
export function somebody(): string {
  return `user_${randomUUID()}`;
}

/** Gives a member a row in every table that can name one, beside others who have to do with them. */
export async function leaveTraces(club: TestCommunity, userId: string): Promise<void> {
  await club.award(
    chat(userId, '10:00:00', { key: `chat:${userId}-post`, xp: 300, displayName: 'Ana' }),
    chat('ben', '10:00:00'),
    reply('ben', '10:01:00', { counterpartId: userId, key: 'chat:reply' }),
    reaction(userId, '10:02:00', { counterpartId: 'ben', key: `reaction:${userId}:post` }),
    {
      ...reaction('ben', '10:02:00', { counterpartId: userId, key: `received:${userId}:post` }),
      type: 'reaction_received',
    },
    { ...chat(userId, '10:03:00', { key: `payment:${club.id}` }), type: 'payment' },
  );
  await club.reward(1);
  const named = [club.id, userId];
  const statements = [
    `insert into public.memberships (community_id, id, user_id, active, changed_at) values ($1, 'mem_1', $2, true, now())`,
    `insert into public.flags (community_id, kind, user_ids, day, found_at)
     values ($1, 'burst', array['ben', $2], '2026-11-20', now())`,
    `insert into public.flags (community_id, kind, user_ids, day, found_at, dismissed_by)
     values ($1, 'burst', array['ben'], '2026-11-20', now(), $2)`,
    `insert into public.outbox (community_id, kind, payload) values ($1, 'role', jsonb_build_object('userId', $2::text))`,
    `insert into public.integrity_checks (community_id, checked_at, ok, members, report)
     values ($1, now(), false, 2, jsonb_build_object('members', jsonb_build_array($2::text)))`,
    `insert into public.configuration_versions (community_id, version, document, saved_at, saved_by)
     values ($1, 2, '{}', now(), $2)`,
    `update public.xp_configurations set updated_by = $2 where community_id = $1`,
    `update public.users set pseudonym = 'Owl', public_id = 'anon_' || $2 where community_id = $1 and id = $2`,
  ];
  for (const statement of statements) await run(statement, named);
  await run(
    `insert into public.take_backs (community_id, key, of_key, share, reason, changed_at)
     values ($1, 'refund:1', 'payment:' || $1, 1, 'refund', now())`,
    [club.id],
  );
  await functions.quarantineEvent({
    communityId: club.id,
    webhookId: `msg_${randomUUID()}`,
    eventType: 'chat.message.created',
    reason: 'unknown-shape',
    payload: JSON.stringify({ data: { user: { id: userId } } }),
    receivedAt: '2026-11-20T10:00:00Z',
  });
  const at = '2026-11-20T11:00:00Z';
  const wanted = { communityId: club.id, reason: 'x', by: userId, at };
  // What an admin did to others names the admin.
  await functions.makeReset({ ...wanted, resetId: randomUUID(), userId: 'ben' });
  const own = await functions.makeReset({ ...wanted, resetId: randomUUID(), userId });
  await functions.undoReset({ communityId: club.id, resetId: own?.resetId ?? '', by: userId, at });
}

/** The tables with a row that contains a text anywhere. */
export async function tablesWith(text: string): Promise<string[]> {
  const tables = await rows<{ name: string }>(
    `select c.relname as name from pg_catalog.pg_class c
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by 1`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const [hit] = await rows(
      `select from public.${name} t where position($1::text in to_jsonb(t)::text) > 0 limit 1`,
      [text],
    );
    if (hit) found.push(name);
  }
  return found;
}
