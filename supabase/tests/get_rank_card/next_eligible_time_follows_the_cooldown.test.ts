import { expect, test } from 'vitest';
import { chat, community, reaction, reply } from '../support/index.ts';

test('per source, null from the moment it can earn again', async () => {
  const club = await community({ cooldownSeconds: 60 });
  await club.award(chat('ana', '10:00:00'), reply('ana', '10:00:20'));
  const at = async (time: string) => (await club.card('ana', { at: time }))?.nextEligibleAt;

  expect(await at('10:00:30')).toEqual({
    chat: '2026-11-20T10:01:00.000Z',
    reply: '2026-11-20T10:01:20.000Z',
    reaction: null,
  });
  expect(await at('10:01:00')).toMatchObject({ chat: null, reply: '2026-11-20T10:01:20.000Z' });
  expect(await at('10:01:20')).toMatchObject({ chat: null, reply: null });
});

test('a refused activity does not move it', async () => {
  const club = await community({ cooldownSeconds: 60 });
  await club.award(reaction('ana', '10:00:00'), reaction('ana', '10:00:50'));

  expect((await club.card('ana', { at: '10:00:55' }))?.nextEligibleAt).toMatchObject({
    reaction: '2026-11-20T10:01:00.000Z',
  });
});

test('without a cooldown there is nothing to wait for', async () => {
  const club = await community({ cooldownSeconds: 0 });
  await club.award(chat('ana', '10:00:00'));
  expect((await club.card('ana', { at: '10:00:00' }))?.nextEligibleAt).toMatchObject({ chat: null });
});
