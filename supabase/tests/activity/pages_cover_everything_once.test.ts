import { expect, test } from 'vitest';
import type { ActivityPage, ActivityPosition } from '../../../api/src/database/functions.ts';
import { chat, community, functions, reply } from '../support/index.ts';
import type { TestCommunity } from '../support/index.ts';

/** Every entry, page by page: what it is, when it was and whose. */
async function walk(club: TestCommunity, limit: number, userId: string | null = null): Promise<string[]> {
  const seen: string[] = [];
  let before: ActivityPosition | null = null;
  do {
    const page: ActivityPage = await functions.getCommunityActivity({
      communityId: club.id,
      userId,
      type: null,
      before,
      limit,
    });
    expect(page.entries.length).toBeLessThanOrEqual(limit);
    seen.push(...page.entries.map((entry) => `${entry.at.slice(11, 19)} ${entry.userId} ${entry.type}`));
    before = page.next;
  } while (before);
  return seen;
}

async function busyClub() {
  const club = await community({ cooldownSeconds: 0 });
  const times = ['10:00:00', '10:00:00', '10:00:00', '10:01:00', '09:00:00'];
  await club.award(
    ...times.flatMap((time, index) => [
      chat('ana', time, { key: `chat:ana:${index}` }),
      reply('ben', time, { key: `chat:ben:${index}` }),
    ]),
  );
  return club;
}

test.each([1, 2, 3, 7, 100])('newest first and each once, %d at a time', async (limit) => {
  const seen = await walk(await busyClub(), limit);
  expect(seen).toHaveLength(10);
  const times = seen.map((line) => line.slice(0, 8));
  expect(times).toEqual(times.toSorted().toReversed());
  expect(seen.filter((line) => line === '10:00:00 ana chat')).toHaveLength(3);
});

test('one member’s are that member’s', async () => {
  const seen = await walk(await busyClub(), 2, 'ben');
  expect(seen).toHaveLength(5);
  expect(seen.every((line) => line.endsWith('ben reply'))).toBe(true);
});

test('what is booked meanwhile moves nothing that was not read yet', async () => {
  const club = await busyClub();
  const query = { communityId: club.id, userId: null, type: null, limit: 4 };
  const first = await functions.getCommunityActivity({ ...query, before: null });
  await club.award(chat('ana', '11:00:00'), chat('ana', '10:00:30'));
  const rest = await functions.getCommunityActivity({ ...query, limit: 100, before: first.next });
  expect(first.entries.length + rest.entries.length).toBe(10);
});

test('another community’s entries are not among them, and an unknown one has no page', async () => {
  const [club] = [await busyClub(), await busyClub()];
  expect(await walk(club, 100)).toHaveLength(10);
  const query = { communityId: 'biz_unknown', userId: 'ana', before: null, limit: 10 };
  expect(await functions.getMemberActivity(query)).toBeNull();
});

test('refused activities are among a member’s own, with the reason', async () => {
  const club = await community({ cooldownSeconds: 60 });
  await club.award(chat('ana', '10:00:00'), chat('ana', '10:00:20'));
  const page = await functions.getMemberActivity({
    communityId: club.id,
    userId: 'ana',
    before: null,
    limit: 10,
  });
  expect(page?.entries).toMatchObject([
    { xp: 0, refusal: 'cooldown', receipt: { cooldownLeft: 40 } },
    { xp: 15, refusal: null },
  ]);
});
