import { expect, test } from 'vitest';
import { chat, community, functions, messagesDuring, rolledBack, run } from '../support/index.ts';
import type { TestCommunity } from '../support/index.ts';

const SETTINGS = [
  ['TimeZone', 'Pacific/Auckland'],
  ['TimeZone', 'America/New_York'],
  ['DateStyle', 'SQL, DMY'],
  ['DateStyle', 'German'],
  ['IntervalStyle', 'sql_standard'],
  ['extra_float_digits', '-15'],
  ['search_path', ''],
] as const;

test.each(SETTINGS)('reads under %s = %s', async (name, value) => {
  const club = await activeClub();
  const expected = await everyAnswer(club);

  const actual = await rolledBack(async () => {
    await run('select set_config($1, $2, true)', [name, value]);
    return everyAnswer(club);
  });

  expect(actual).toEqual(expected);
});

test.each(SETTINGS)('awards under %s = %s', async (name, value) => {
  const expected = await booksOfNextDay(await activeClub());

  await run('select set_config($1, $2, false)', [name, value]);
  try {
    expect(await booksOfNextDay(await activeClub())).toEqual(expected);
  } finally {
    await run(`reset ${name}`);
  }
});

/** Active at a time that other zones call another day, in the night their clocks go back. */
async function activeClub() {
  const club = await community({ timeZone: 'UTC', levels: [10, 30] });
  await club.reward(1);
  await club.award(chat('ana', '2026-11-01T03:30:00.123456Z'), chat('ben', '2026-11-01T03:30:00.123457Z'));
  return club;
}

async function everyAnswer(club: TestCommunity) {
  const page = await club.board({ limit: 1 });
  return [
    page,
    await club.board({ limit: 1, after: page.next }),
    await club.card('ana', { at: '2026-11-01T03:30:20Z' }),
    await club.rewards('ana'),
    await functions.getCommunity(club.id),
    await functions.ensureCommunities([club.id], { visibility: 'public', levelThresholds: [1] }),
  ];
}

async function booksOfNextDay(club: TestCommunity) {
  const messages = await messagesDuring(() => club.award(chat('ana', '2026-11-02T03:30:00Z')));
  const events = messages.map(({ event, payload }) => [event, payload]);
  return [events, await club.periods('ana'), await club.member('ana')];
}
