import { expect, test } from 'vitest';
import { chat, community, rows } from '../support/index.ts';

test('the receipt and the facts as they came, the event time, and the time of booking beside it', async () => {
  const club = await community();
  const receipt = {
    rule: 'chat' as const,
    base: 10,
    multipliers: [{ name: 'é', factor: 1.5 }],
    multiplier: 1.5,
    configVersion: 1,
  };
  await club.award(chat('ana', '10:00:00', { receipt, facts: { experienceId: 'exp_1', length: 3 } }));

  const [logged] = await rows(
    `select receipt, facts, public.iso_time(created_at) as happened, recorded_at > now() - interval '1 minute' as just_booked
     from public.activity_log where community_id = $1`,
    [club.id],
  );

  expect(logged).toEqual({
    receipt,
    facts: { experienceId: 'exp_1', length: 3 },
    happened: '2026-11-20T10:00:00.000Z',
    just_booked: true,
  });
});
