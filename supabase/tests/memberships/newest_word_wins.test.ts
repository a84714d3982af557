import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { MembershipWord } from '../../../api/src/database/functions.ts';
import { community, functions, instant } from '../support/index.ts';
import type { TestCommunity } from '../support/index.ts';

const word = (club: TestCommunity, time: string, details: Partial<MembershipWord> = {}): MembershipWord => ({
  communityId: club.id,
  id: 'mem_1',
  userId: 'ana',
  productId: 'prod_gold',
  active: true,
  at: instant(time),
  ...details,
});

const listed = (club: TestCommunity) => functions.listMemberships(club.id, null, 100);
const held = async (club: TestCommunity, time: string) => {
  const found = await functions.findProducts([{ communityId: club.id, userId: 'ana', at: instant(time) }]);
  return found.flat();
};

test('and each row keeps when it was last active and inactive', async () => {
  const club = await community();
  expect(await functions.saveMemberships([word(club, '12:00:00', { active: false })])).toBe(1);
  expect(await functions.saveMemberships([word(club, '10:00:00', { productId: 'prod_old' })])).toBe(1);
  expect(await functions.saveMemberships([word(club, '09:00:00')])).toBe(0);

  expect(await listed(club)).toEqual([
    {
      id: 'mem_1',
      userId: 'ana',
      productId: 'prod_gold',
      active: false,
      activatedAt: '2026-11-20T10:00:00.000Z',
      deactivatedAt: '2026-11-20T12:00:00.000Z',
    },
  ]);
});

test('a product is held from its activation until its end', async () => {
  const club = await community();
  await functions.saveMemberships([word(club, '10:00:00'), word(club, '12:00:00', { active: false })]);

  expect(await held(club, '09:59:59')).toEqual([]);
  expect(await held(club, '10:00:00')).toEqual(['prod_gold']);
  expect(await held(club, '11:59:59')).toEqual(['prod_gold']);
  expect(await held(club, '12:00:00')).toEqual([]);
});

test('several memberships: each product once, in order; memberships without a product say nothing', async () => {
  const club = await community();
  await functions.saveMemberships([
    word(club, '10:00:00'),
    word(club, '10:00:00', { id: 'mem_2' }),
    word(club, '10:00:00', { id: 'mem_3', productId: 'prod_blue' }),
    word(club, '10:00:00', { id: 'mem_4', productId: null }),
    word(club, '10:00:00', { id: 'mem_5', userId: 'ben' }),
  ]);
  expect(await held(club, '11:00:00')).toEqual(['prod_blue', 'prod_gold']);
});

test('members without products, and those of another community, are left out', async () => {
  const [club, other] = [await community(), await community()];
  await functions.saveMemberships([word(other, '10:00:00')]);
  expect(await held(club, '11:00:00')).toEqual([]);
});

test('the list goes on after an id', async () => {
  const club = await community();
  await functions.saveMemberships(['c', 'a', 'b'].map((id) => word(club, '10:00:00', { id })));
  const page = async (after: string | null) =>
    (await functions.listMemberships(club.id, after, 2)).map(({ id }) => id);
  expect([await page(null), await page('b'), await page('c')]).toEqual([['a', 'b'], ['c'], []]);
});

const words = fc.array(
  fc.record({
    hour: fc.integer({ min: 10, max: 14 }),
    active: fc.boolean(),
  }),
  { minLength: 1, maxLength: 6 },
);

test('any order of arrival, in any calls, ends the same', async () => {
  const cases = words.chain((all) =>
    fc.record({
      all: fc.constant(all),
      shuffled: fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }),
      cut: fc.nat({ max: all.length }),
    }),
  );
  await fc.assert(
    fc.asyncProperty(cases, async ({ all, shuffled, cut }) => {
      const [once, twice] = [await community(), await community()];
      const asWords = (club: TestCommunity, some: typeof all) =>
        some.map(({ hour, active }) => word(club, `${hour}:00:00`, { active }));
      await functions.saveMemberships(asWords(once, all));
      await functions.saveMemberships(asWords(twice, shuffled.slice(0, cut)));
      await functions.saveMemberships(asWords(twice, shuffled.slice(cut)));
      expect(await listed(twice)).toEqual(await listed(once));
    }),
    { numRuns: 30 },
  );
});

test('products are told of each member at a time of their own, in the order of the members', async () => {
  const club = await community();
  await functions.saveMemberships([
    word(club, '10:00:00'),
    word(club, '11:00:00', { id: 'mem_2', productId: 'prod_silver' }),
  ]);
  const at = (userId: string, time: string) => ({ communityId: club.id, userId, at: instant(time) });

  const members = [
    at('ana', '11:00:00'),
    at('ben', '11:00:00'),
    at('ana', '09:00:00'),
    at('ana', '10:30:00'),
  ];

  expect(await functions.findProducts(members)).toEqual([
    ['prod_gold', 'prod_silver'],
    [],
    [],
    ['prod_gold'],
  ]);
});
