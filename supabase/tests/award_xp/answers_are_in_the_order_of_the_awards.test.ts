import { expect, test } from 'vitest';
import { chat, community, reply } from '../support/index.ts';

test('each answer says what its award became and how the member stands after the whole call', async () => {
  const club = await community({ cooldownSeconds: 60, levels: [30, 100] });

  const results = await club.award(
    reply('zoe', '10:05:00'),
    chat('ana', '10:00:30'),
    chat('zoe', '10:00:00'),
    chat('ana', '10:00:00'),
  );

  const scored = (rule: string, base: number) => ({ rule, base, multipliers: [], configVersion: 1 });
  const left = { cooldownLeft: 30, eligibleAt: '2026-11-20T10:01:00.000Z' };
  expect(results).toEqual([
    { outcome: 'awarded', xpAwarded: 20, receipt: scored('reply', 20), xp: 35, level: 1, previousLevel: 0 },
    {
      outcome: 'cooldown',
      xpAwarded: 0,
      receipt: { ...scored('chat', 15), ...left },
      xp: 15,
      level: 0,
      previousLevel: 0,
    },
    { outcome: 'awarded', xpAwarded: 15, receipt: scored('chat', 15), xp: 35, level: 1, previousLevel: 0 },
    { outcome: 'awarded', xpAwarded: 15, receipt: scored('chat', 15), xp: 15, level: 0, previousLevel: 0 },
  ]);
});

test('no awards, no answers', async () => {
  const club = await community();
  expect(await club.award()).toEqual([]);
});
