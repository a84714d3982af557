import { expect, test } from 'vitest';
import type { RulesInput } from '@wee5/contract';
import { chat, community, reaction, reply, run } from '../support/index.ts';
import type { TestCommunity } from '../support/index.ts';
import { setRules } from '../support/rules.ts';

/** A Friday in New York, whose day ends at 05:00 UTC and whose week ends on Monday. */
async function clubWith(rules: RulesInput) {
  const club = await community({ cooldownSeconds: 0, timeZone: 'America/New_York' });
  await setRules(club, rules);
  return club;
}

const eligible = async (club: TestCommunity, at: string) =>
  (await club.card('ana', { at: `2026-11-${at}` }))?.nextEligibleAt;

const ENDS = { day: '2026-11-21T05:00:00.000Z', week: '2026-11-23T05:00:00.000Z' };

test('after a source’s daily cap it is the next day, after its weekly cap the next week', async () => {
  const club = await clubWith({ sources: { chat: { dailyCap: 30, weeklyCap: 50 } } });
  await club.award(chat('ana', '10:00:00'), reply('ana', '10:00:00', { xp: 100 }));
  expect(await eligible(club, '20T12:00:00Z')).toEqual({ chat: null, reply: null, reaction: null });
  await club.award(chat('ana', '10:01:00'));
  expect(await eligible(club, '20T12:00:00Z')).toEqual({ chat: ENDS.day, reply: null, reaction: null });
  expect(await eligible(club, '21T05:00:00Z')).toMatchObject({ chat: null });

  await club.award(chat('ana', '2026-11-21T06:00:00Z', { xp: 20 }));
  expect(await eligible(club, '21T06:00:00Z')).toMatchObject({ chat: ENDS.week });
  expect(await eligible(club, '23T05:00:00Z')).toMatchObject({ chat: null });
});

test('a cap of all sources holds all; what the creator gave or took is no part of it', async () => {
  const club = await clubWith({ dailyCap: 20 });
  await club.award(chat('ana', '10:00:00', { xp: 15 }));
  await run(
    `insert into public.activity_log (community_id, user_id, activity_type, key, xp_awarded, created_at)
     values ($1, 'ana', 'adjustment', 'adjustment:1', 100, '2026-11-20T10:00:00Z')`,
    [club.id],
  );
  expect(await eligible(club, '20T12:00:00Z')).toEqual({ chat: null, reply: null, reaction: null });
  await club.award(reaction('ana', '10:00:00'));
  const { day } = ENDS;
  expect(await eligible(club, '20T12:00:00Z')).toEqual({ chat: day, reply: day, reaction: day });
});

test('the latest reason to wait counts', async () => {
  const cooldownSeconds = 604_800;
  const club = await clubWith({ sources: { chat: { dailyCap: 15, cooldownSeconds } } });
  await club.award(chat('ana', '10:00:00'));
  expect(await eligible(club, '20T12:00:00Z')).toMatchObject({ chat: '2026-11-27T10:00:00.000Z' });
});

test('an empty bank holds 1 XP again once that has flowed in; a bank that was never used is full', async () => {
  const club = await clubWith({ sources: { chat: { effortBank: { capacity: 10, refillPerHour: 7 } } } });
  await club.award(reply('ana', '10:00:00'));
  expect(await eligible(club, '20T10:00:00Z')).toMatchObject({ chat: null });
  const fill = (xp: number) =>
    run(
      `update public.users set effort_banks = jsonb_build_object('chat', $2::jsonb) where community_id = $1`,
      [club.id, JSON.stringify({ xp, at: '2026-11-20T10:00:00Z' })],
    );

  await fill(1);
  expect(await eligible(club, '20T10:00:00Z')).toMatchObject({ chat: null });
  await fill(0.3);
  // 0.7 XP take a tenth of an hour.
  expect(await eligible(club, '20T10:05:59Z')).toMatchObject({ chat: '2026-11-20T10:06:00.000Z' });
  expect(await eligible(club, '20T10:06:00Z')).toMatchObject({ chat: null });
  await fill(0);
  // Never too early: 3600 s / 7 is no whole number of milliseconds.
  expect(await eligible(club, '20T10:00:00Z')).toMatchObject({ chat: '2026-11-20T10:08:34.286Z' });
});

test('every source that is worth something has a time, no other but chat, reply and reaction', async () => {
  const club = await clubWith({
    sources: { lesson: { xp: 50 }, membership: { xp: 0 }, payment: { xpPerUnit: 0.5 } },
    events: { webinar: { xp: { min: 0, max: 9 }, cooldownSeconds: 60 }, quiz: { xp: 0 } },
  });
  await club.award({ ...chat('ana', '10:00:00'), type: 'event.webinar' });
  expect(await eligible(club, '20T10:00:30Z')).toEqual({
    chat: null,
    reply: null,
    reaction: null,
    lesson: null,
    payment: null,
    'event.webinar': '2026-11-20T10:01:00.000Z',
  });
});

test('what is worth nothing is not waited for', async () => {
  const club = await community({ cooldownSeconds: 60 });
  await club.award(chat('ana', '10:00:00'));
  await run('update public.xp_configurations set chat_xp = 0 where community_id = $1', [club.id]);
  expect(await eligible(club, '20T10:00:30Z')).toEqual({ chat: null, reply: null, reaction: null });
});
