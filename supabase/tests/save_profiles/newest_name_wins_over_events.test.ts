import { expect, test } from 'vitest';
import { chat, community, functions } from '../support/index.ts';
import { profile } from './profiles.ts';

const OLD = { username: 'anna', displayName: 'Anna' };
const NEW = { username: 'ana', displayName: 'Ana' };

test('an event from before the profile, delivered after it, does not bring an old name back', async () => {
  const club = await community();
  await club.seat({ ana: [10, '08:00:00'] });
  await functions.saveProfiles([profile(club, 'ana', { ...NEW, at: '12:00:00' })]);

  await club.award(chat('ana', '11:00:00', OLD));

  expect(await club.member('ana')).toMatchObject({ username: 'ana', display_name: 'Ana' });
});

test('nor into the gap of somebody who has no name any more', async () => {
  const club = await community();
  await club.seat({ ana: [10, '08:00:00'] });
  await functions.saveProfiles([profile(club, 'ana', { username: 'ana', displayName: null })]);

  await club.award(chat('ana', '11:00:00', OLD));

  expect(await club.member('ana')).toMatchObject({ username: 'ana', display_name: null });
});

test('an event from after the profile brings its name', async () => {
  const club = await community();
  await club.seat({ ana: [10, '08:00:00'] });
  await functions.saveProfiles([profile(club, 'ana', { ...OLD, at: '12:00:00' })]);

  await club.award(chat('ana', '12:00:01', NEW));

  expect(await club.member('ana')).toMatchObject({ username: 'ana', display_name: 'Ana' });
});

test('a profile from before an event, saved after it, brings the picture but not the name', async () => {
  const club = await community();
  await club.award(chat('ana', '12:00:01', NEW));

  expect(await functions.saveProfiles([profile(club, 'ana', { ...OLD, at: '12:00:00' })])).toBe(1);

  expect((await club.board()).entries).toMatchObject([
    { username: 'ana', displayName: 'Ana', avatarUrl: 'https://img.example/ana.png' },
  ]);
});
