import { expect, test } from 'vitest';
import { chat, community, gains, reply, rows, run } from '../support/index.ts';
import type { TestCommunity } from '../support/index.ts';

const HOUR = 3_600_000;
const NOW = Date.parse('2026-11-20T10:00:00Z');
const after = (ms: number) => new Date(NOW + ms).toISOString();
/** As scoring says it: 10 more before a multiplier of 1.5. */
const bonus = { xp: 30, newcomerXp: 15, newcomerDays: 30, replyToKey: 'chat:question' };

async function asked(question = chat('ben', after(-HOUR), { key: 'chat:question' })): Promise<TestCommunity> {
  const rules = { sources: { reply: { newcomerBonus: { xp: 10, withinDays: 30 } } } };
  const club = await community({ rules });
  await club.award(question);
  return club;
}

async function counterparts(club: TestCommunity) {
  const found = await rows<{ counterpart_id: string | null }>(
    `select counterpart_id from public.activity_log where community_id = $1 and activity_type = 'reply'`,
    [club.id],
  );
  return found.map(({ counterpart_id }) => counterpart_id);
}

const joined = (club: TestCommunity, at: string) =>
  run(`update public.users set joined_at = $2 where community_id = $1 and id = 'ben'`, [club.id, at]);

test('who answers somebody new earns the bonus, and the receipt names it before multipliers', async () => {
  const club = await asked();

  const [result] = await club.award(reply('ana', after(0), bonus));

  expect(result).toMatchObject({ xpAwarded: 45, receipt: { bonus: { name: 'newcomer', xp: 10 } } });
  expect(await counterparts(club)).toEqual(['ben']);
});

test.each([
  ['a moment less than the days ago', -720 * HOUR + 1, 45],
  ['exactly the days ago', -720 * HOUR, 30],
  ['at this very moment', 0, 45],
  ['later than the reply', 1, 30],
])('joined %s', async (_, ago, earned) => {
  const club = await asked();
  await joined(club, after(ago));
  expect(gains(await club.award(reply('ana', after(0), bonus)))).toEqual([earned]);
});

test('nobody is a newcomer to themself, and the log names no other member', async () => {
  const club = await asked();
  expect(gains(await club.award(reply('ben', after(0), bonus)))).toEqual([30]);
  expect(await counterparts(club)).toEqual([null]);
});

test('an unknown message has no author, and neither has one whose author was erased', async () => {
  const club = await asked();
  await run('update public.processed_events set user_id = null where community_id = $1', [club.id]);
  const unknown = { ...bonus, replyToKey: 'chat:never-seen' };
  const results = await club.award(reply('ana', after(0), bonus), reply('cem', after(0), unknown));
  expect(gains(results)).toEqual([30, 30]);
  expect(await counterparts(club)).toEqual([null, null]);
});

test('a message of another community has no author here', async () => {
  await asked();
  const elsewhere = await community();
  expect(gains(await elsewhere.award(reply('ana', after(0), bonus)))).toEqual([30]);
});

test('the question and its answer may come in one call, in any order', async () => {
  const club = await community();
  const results = await club.award(
    reply('ana', after(0), bonus),
    chat('ben', after(-HOUR), { key: 'chat:question' }),
  );
  expect(gains(results)).toEqual([45, 15]);
});

test('a reply that is refused earns no bonus, and still tells whom it answered', async () => {
  const club = await asked();
  const [result] = await club.award(reply('ana', after(0), { ...bonus, refusal: 'too-short' }));
  expect(result).toMatchObject({ outcome: 'too-short', xpAwarded: 0 });
  expect(result?.receipt).not.toHaveProperty('bonus');
  expect(await counterparts(club)).toEqual(['ben']);
});

test('without a bonus in the rules the author is noted and nothing added', async () => {
  const club = await asked();
  const plain = { ...bonus, newcomerXp: 0, newcomerDays: 0 };
  expect(gains(await club.award(reply('ana', after(0), plain)))).toEqual([30]);
  expect(await counterparts(club)).toEqual(['ben']);
});
