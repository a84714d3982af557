import { beforeAll, expect, test } from 'vitest';
import { chat } from '../support/index.ts';
import { supabase } from '../support/as-on-supabase.ts';
import { callOn, rolledBackOn, rowsOn } from '../support/on.ts';

const CLUB = 'biz_live';
const TOPIC = `community:${CLUB}`;

const award = (userId: string, time: string) =>
  callOn<{ outcome: string }[]>(supabase, 'award_xp', {
    awards: [{ ...chat(userId, time), communityId: CLUB, configVersion: 1 }],
  });

/** What Realtime has to deliver, without the id that it gives each message. */
const sent = () =>
  rowsOn(
    supabase,
    `select topic, event, payload - 'id' as payload, private, extension from realtime.messages
     where topic like '%' || $1 || '%' order by inserted_at, topic`,
    [CLUB],
  );

beforeAll(async () => {
  const defaults = { visibility: 'public', levelThresholds: [30] };
  await callOn(supabase, 'ensure_communities', { community_ids: [CLUB], defaults });
});

test('an award leaves one private message for the community, and the same goes to who listens', async () => {
  const heard: string[] = [];
  await supabase.listen((payload) => heard.push(payload));

  await award('ana', '10:00:00');

  const payload = { version: 1, changed: [{ userId: 'ana', xp: 15, level: 0 }] };
  expect(await sent()).toEqual([
    { topic: TOPIC, event: 'community.changed', payload, private: true, extension: 'broadcast' },
  ]);
  expect(heard.map((text) => JSON.parse(text) as unknown)).toEqual([
    { topic: TOPIC, event: 'community.changed', payload },
  ]);
});

test('an award that is rolled back leaves none', async () => {
  const before = await sent();

  await rolledBackOn(supabase, async () => {
    expect(await award('ben', '10:00:00')).toMatchObject([{ outcome: 'awarded' }]);
    expect(await sent()).toHaveLength(before.length + 1);
  });

  expect(await sent()).toEqual(before);
});

test('the service role may send, which is who PostgREST calls as', async () => {
  await rolledBackOn(supabase, async () => {
    const before = await sent();
    await supabase.query('set local role service_role');
    expect(await award('cem', '10:00:00')).toMatchObject([{ outcome: 'awarded' }]);
    await supabase.query('reset role');
    expect(await sent()).toHaveLength(before.length + 1);
  });
});

test('what is one member’s own goes to their own topic', async () => {
  await rolledBackOn(supabase, async () => {
    await award('dan', '10:00:00');
    await award('dan', '11:00:00');
    expect(await sent()).toContainEqual({
      topic: `member:${CLUB}:dan`,
      event: 'member.leveled_up',
      payload: expect.objectContaining({ userId: 'dan', level: 1, previousLevel: 0 }) as unknown,
      private: true,
      extension: 'broadcast',
    });
  });
});

test('a Realtime that cannot write its table loses the message and no award', async () => {
  await rolledBackOn(supabase, async () => {
    await supabase.query('drop table realtime.messages_default');
    expect(await award('eli', '10:00:00')).toMatchObject([{ outcome: 'awarded' }]);
  });
});

test('without the schema realtime an award is what it was', async () => {
  await rolledBackOn(supabase, async () => {
    await supabase.script('set local client_min_messages to warning; drop schema realtime cascade');
    expect(await award('eli', '10:00:00')).toMatchObject([{ outcome: 'awarded' }]);
    const [created] = await supabase.query('select public.create_realtime_policies() as created');
    expect(created).toEqual({ created: false });
  });
});
