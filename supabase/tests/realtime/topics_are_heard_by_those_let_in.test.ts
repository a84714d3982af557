import { beforeAll, expect, test } from 'vitest';
import { supabase } from '../support/as-on-supabase.ts';
import { callOn, rolledBackOn, rowsOn } from '../support/on.ts';
import { anon, become, member, stranger } from '../support/viewers.ts';
import type { Viewer } from '../support/viewers.ts';

const CLUBS = { open: 'public', closed: 'members', secret: 'private', other: 'public' };

beforeAll(async () => {
  for (const [id, visibility] of Object.entries(CLUBS)) {
    await callOn(supabase, 'ensure_communities', {
      community_ids: [`biz_${id}`],
      defaults: { visibility, levelThresholds: [10] },
    });
  }
});

const TOPICS = Object.keys(CLUBS).flatMap((club) => [
  `community:biz_${club}`,
  `member:biz_${club}:ana`,
  `member:biz_${club}:ben`,
]);
const STRANGE_TOPICS = ['', 'community:', 'member::', 'community:%', 'member:biz_open', 'wee5', 'room-1'];

/** Whether Realtime lets a viewer join: it inserts a message of the topic and looks whether they see it. */
async function mayHear(viewer: Viewer, topic: string, extension = 'broadcast'): Promise<boolean> {
  return rolledBackOn(supabase, async () => {
    const [probe] = await rowsOn<{ id: string }>(supabase, `select gen_random_uuid() as id`);
    await supabase.query('insert into realtime.messages (id, topic, extension) values ($1, $2, $3)', [
      probe?.id,
      topic,
      extension,
    ]);
    await supabase.query(`select set_config('realtime.topic', $1, true)`, [topic]);
    await become(supabase, viewer);
    return (await rowsOn(supabase, 'select id from realtime.messages where id = $1', [probe?.id])).length > 0;
  });
}

const VIEWERS: Record<string, [viewer: Viewer, topics: string[]]> = {
  'an anonymous visitor': [anon, []],
  'a user without a token of ours': [stranger, []],
  'ana of a public community': [member('biz_open', 'ana'), ['community:biz_open', 'member:biz_open:ana']],
  'ben of the same community': [member('biz_open', 'ben'), ['community:biz_open', 'member:biz_open:ben']],
  'its admin, who is no member in disguise': [
    member('biz_open', 'boss', 'admin'),
    ['community:biz_open', 'member:biz_open:boss'],
  ],
  'ana of another community': [member('biz_other', 'ana'), ['community:biz_other', 'member:biz_other:ana']],
  'ana of a community for members': [
    member('biz_closed', 'ana'),
    ['community:biz_closed', 'member:biz_closed:ana'],
  ],
  'ana of a private community': [member('biz_secret', 'ana'), []],
  'the admin of a private community': [
    member('biz_secret', 'boss', 'admin'),
    ['community:biz_secret', 'member:biz_secret:boss'],
  ],
  'a member of a community that does not exist': [member('biz_nowhere', 'ana'), []],
  'the anonymous role with a member’s claims': [{ ...member('biz_open', 'ana'), role: 'anon' }, []],
};

test.each(Object.entries(VIEWERS))('%s hears their own topics alone', async (_, [viewer, expected]) => {
  const asked = [...new Set([...TOPICS, ...STRANGE_TOPICS, ...expected])];
  const heard = [];
  for (const topic of asked) if (await mayHear(viewer, topic)) heard.push(topic);
  expect(heard.toSorted()).toEqual(expected.toSorted());
});

test('nobody takes part in presence', async () => {
  const ana = member('biz_open', 'ana');
  expect(await mayHear(ana, 'community:biz_open', 'presence')).toBe(false);
});

test('a topic that was joined shows no message of another', async () => {
  const found = await rolledBackOn(supabase, async () => {
    await supabase.query(
      `insert into realtime.messages (topic, extension) values ('member:biz_open:ben', 'broadcast')`,
    );
    await supabase.query(`select set_config('realtime.topic', 'community:biz_open', true)`);
    await become(supabase, member('biz_open', 'ana'));
    return rowsOn(supabase, 'select topic from realtime.messages');
  });
  expect(found).toEqual([]);
});

test.each(Object.entries(VIEWERS))('%s may send to no topic', async (_, [viewer]) => {
  for (const topic of [...TOPICS, 'room-1']) {
    await rolledBackOn(supabase, async () => {
      await supabase.query(`select set_config('realtime.topic', $1, true)`, [topic]);
      await become(supabase, viewer);
      await expect(
        supabase.query(`insert into realtime.messages (topic, extension) values ($1, 'broadcast')`, [topic]),
      ).rejects.toMatchObject({ code: '42501' });
    });
  }
});

test('the policy is made once, however often it is asked for', async () => {
  await supabase.query('select public.create_realtime_policies()');
  expect(
    await rowsOn(
      supabase,
      `select policyname, cmd, roles from pg_catalog.pg_policies where schemaname = 'realtime'`,
    ),
  ).toEqual([{ policyname: 'topics_are_heard_by_those_let_in', cmd: 'SELECT', roles: ['authenticated'] }]);
});
