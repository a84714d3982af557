import { expect, test } from 'vitest';
import { chat, community, reaction } from '../support/index.ts';

const OLD = { username: 'anna', displayName: 'Anna' };
const NEW = { username: 'ana', displayName: 'Ana' };

test('a later event brings a new name', async () => {
  const club = await community();
  await club.award(chat('ana', '10:00:00', OLD));
  await club.award(chat('ana', '11:00:00', NEW));
  expect(await club.member('ana')).toMatchObject({ username: 'ana', display_name: 'Ana' });
});

test('an earlier event, delivered later, leaves it', async () => {
  const club = await community();
  await club.award(chat('ana', '11:00:00', NEW));
  await club.award(chat('ana', '10:00:00', OLD));
  expect(await club.member('ana')).toMatchObject({ username: 'ana', display_name: 'Ana' });
});

test('even when a newer event without a name comes in the same call', async () => {
  const club = await community();
  await club.award(chat('ana', '11:00:00', NEW));
  await club.award(chat('ana', '10:00:00', OLD), reaction('ana', '12:00:00'));
  expect(await club.member('ana')).toMatchObject({ username: 'ana', display_name: 'Ana' });
});

test('in one call the latest event that has a name gives it', async () => {
  const club = await community();
  await club.award(reaction('ana', '12:00:00'), chat('ana', '11:00:00', NEW), chat('ana', '10:00:00', OLD));
  expect(await club.member('ana')).toMatchObject({ username: 'ana', display_name: 'Ana' });
});

test('an event without a name takes none away, and a late one fills a gap', async () => {
  const club = await community();
  await club.award(reaction('ana', '11:00:00'));
  await club.award(chat('ana', '10:00:00', OLD));
  await club.award(reaction('ana', '12:00:00'));
  expect(await club.member('ana')).toMatchObject({ username: 'anna', display_name: 'Anna' });
});

test('a late event that is newer than the name there brings its own', async () => {
  const club = await community();
  await club.award(chat('ana', '10:00:00', OLD));
  await club.award(reaction('ana', '12:00:00'));
  await club.award(chat('ana', '11:00:00', NEW));
  expect(await club.member('ana')).toMatchObject({ username: 'ana', display_name: 'Ana' });
});
