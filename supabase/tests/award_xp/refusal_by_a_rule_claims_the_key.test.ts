import { expect, test } from 'vitest';
import { chat, community, gains } from '../support/index.ts';

const REFUSALS = ['source-off', 'no-xp-member', 'no-xp-experience', 'too-short'] as const;

test.each(REFUSALS)(
  '%s is booked with its receipt, earns nothing, and is never paid later',
  async (refusal) => {
    const club = await community();
    const refused = chat('ana', '10:00:00', { key: 'chat:1', refusal });

    const [result] = await club.award(refused);
    const again = await club.award({ ...refused, refusal: null });

    expect(result).toMatchObject({ outcome: refusal, xpAwarded: 0, receipt: refused.receipt });
    expect(gains(again)).toEqual(['duplicate']);
    expect(await club.log()).toEqual([{ user_id: 'ana', key: 'chat:1', xp_awarded: 0, refusal }]);
    expect(await club.member('ana')).toMatchObject({ xp: 0, last_active: '2026-11-20T10:00:00.000Z' });
  },
);

test('it starts no cooldown', async () => {
  const club = await community({ cooldownSeconds: 60 });
  const results = await club.award(
    chat('ana', '10:00:00', { refusal: 'too-short' }),
    chat('ana', '10:00:01'),
  );
  expect(gains(results)).toEqual(['too-short', 15]);
});

test('it is said before a cooldown is', async () => {
  const club = await community({ cooldownSeconds: 60 });
  await club.award(chat('ana', '10:00:00'));
  const [result] = await club.award(chat('ana', '10:00:30', { refusal: 'no-xp-member' }));
  expect(result?.outcome).toBe('no-xp-member');
  expect(result?.receipt).not.toHaveProperty('cooldownLeft');
});
