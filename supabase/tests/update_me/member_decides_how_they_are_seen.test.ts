import { expect, test } from 'vitest';
import { chat, community, functions, messagesDuring, rows, run } from '../support/index.ts';
import type { TestCommunity } from '../support/index.ts';

type Settings = Parameters<typeof functions.updateMe>[1];

const update = (club: TestCommunity, userId: string, settings: Settings) =>
  functions.updateMe({ communityId: club.id, userId }, settings);
const publicId = async (club: TestCommunity, userId: string) => {
  const sql = 'select public_id as id from public.users where community_id = $1 and id = $2';
  return (await rows<{ id: string | null }>(sql, [club.id, userId]))[0]?.id;
};

const AS_BEFORE = { visibility: 'public', pseudonym: null, announcements: true, timeZone: null };

test('what is left out stays', async () => {
  const club = await community();
  await club.award(chat('ana', '10:00:00'));
  const first = { visibility: 'members', announcements: false } as const;
  expect(await update(club, 'ana', first)).toEqual({
    outcome: 'saved',
    settings: { ...AS_BEFORE, ...first },
  });

  const second = { pseudonym: 'Night Owl', timeZone: 'Europe/Lisbon' };
  const both = { outcome: 'saved', settings: { ...first, ...second } };
  expect(await update(club, 'ana', second)).toEqual(both);
  expect(await update(club, 'ana', { timeZone: null, pseudonym: null })).toEqual({
    outcome: 'saved',
    settings: { ...AS_BEFORE, ...first },
  });
  expect(await club.member('ana')).toMatchObject({ xp: 15 });
});

test('a pseudonym has an id that leads nowhere, a new one has another, and none has none', async () => {
  const club = await community();
  await update(club, 'ana', { pseudonym: 'Night Owl' });
  const first = await publicId(club, 'ana');
  expect(first).toMatch(/^anon_[0-9a-f]{16}$/);

  await update(club, 'ana', { pseudonym: 'Night Owl', visibility: 'members' });
  expect(await publicId(club, 'ana')).toBe(first);
  await update(club, 'ana', { pseudonym: 'Early Bird' });
  expect(await publicId(club, 'ana')).toMatch(/^anon_[0-9a-f]{16}$/);
  expect(await publicId(club, 'ana')).not.toBe(first);
  await update(club, 'ana', { pseudonym: null });
  expect(await publicId(club, 'ana')).toBeNull();
});

test('whoever has done nothing yet may decide as well, and begins where everybody does', async () => {
  const club = await community();
  await run(`update public.xp_configurations set level_thresholds = '{0, 50}' where community_id = $1`, [
    club.id,
  ]);
  expect(await update(club, 'new', { visibility: 'hidden' })).toMatchObject({ outcome: 'saved' });
  expect(await club.member('new')).toMatchObject({ xp: 0, level: 1, last_active: null });

  await club.award(chat('new', '10:00:00'));
  expect((await club.board()).entries).toEqual([]);
});

test('a zone that the database does not know is refused, with everything beside it', async () => {
  const club = await community();
  const wish = { timeZone: 'Mars/Olympus_Mons', visibility: 'hidden' } as const;
  expect(await update(club, 'ana', wish)).toEqual({ outcome: 'unknown-time-zone' });
  expect(await club.member('ana')).toBeUndefined();
});

test('viewers load again where what they see changes, and hear of nobody', async () => {
  const club = await community();
  await club.award(chat('ana', '10:00:00'));
  const told = async (settings: Settings) => {
    const messages = await messagesDuring(() => update(club, 'ana', settings));
    expect(messages.slice(1)).toMatchObject([{ topic: club.topicOf('ana'), event: 'member.changed' }]);
    expect(JSON.stringify(messages[0])).not.toMatch(/ana|Owl|Bird/);
    return messages[0];
  };
  const reload = { topic: club.topic, event: 'community.changed' };

  expect(await told({ visibility: 'hidden' })).toEqual({ ...reload, payload: { version: 2 } });
  const unseen = await told({ pseudonym: 'Night Owl' });
  expect(unseen).toEqual({ ...reload, payload: { version: 3, changed: [] } });
  expect(await told({ visibility: 'public' })).toEqual({ ...reload, payload: { version: 4 } });
  expect(await told({ pseudonym: 'Early Bird' })).toEqual({ ...reload, payload: { version: 5 } });
  expect(await told({ announcements: false })).toEqual({ ...reload, payload: { version: 6, changed: [] } });
});

test('nothing is said where nothing changes', async () => {
  const club = await community();
  const settings = { visibility: 'members', pseudonym: 'Night Owl', timeZone: 'UTC' } as const;
  await update(club, 'ana', settings);
  expect(await messagesDuring(() => update(club, 'ana', settings))).toEqual([]);
});

test('an unknown community has no members', async () => {
  const stray = functions.updateMe({ communityId: 'biz_nowhere', userId: 'ana' }, { visibility: 'hidden' });
  expect(await stray).toBeNull();
});
