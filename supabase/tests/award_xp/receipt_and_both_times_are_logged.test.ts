import { expect, test } from 'vitest';
import { chat, community, rows } from '../support/index.ts';

test('the receipt as it came, the event time, and the time of booking beside it', async () => {
  const club = await community();
  await club.award(chat('ana', '10:00:00', { receipt: { base: 15, multipliers: [], note: 'é' } }));

  const [logged] = await rows(
    `select receipt, public.iso_time(created_at) as happened, recorded_at > now() - interval '1 minute' as just_booked
     from public.activity_log where community_id = $1`,
    [club.id],
  );

  expect(logged).toEqual({
    receipt: { base: 15, multipliers: [], note: 'é' },
    happened: '2026-11-20T10:00:00.000Z',
    just_booked: true,
  });
});
