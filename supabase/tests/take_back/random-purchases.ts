import fc from 'fast-check';
import type { TakeBack } from '../../../api/src/database/functions.ts';
import { call, payment } from '../support/index.ts';
import type { Activity, TestCommunity } from '../support/index.ts';
import { refund, say } from './words.ts';

export interface Adjustment {
  user: string;
  xp: number;
  idempotencyKey: string;
}
export type Word = Omit<TakeBack, 'communityId'>;
/** One thing that is told to the database. */
export type Told =
  | { kind: 'payment'; payment: Activity }
  | { kind: 'word'; word: Word }
  | { kind: 'adjustment'; adjustment: Adjustment };

export const USERS = ['ana', 'ben'] as const;
const user = fc.constantFrom(...USERS);

/** Amounts that a float divides without a rest, so that a model may. */
const bought = fc
  .record({
    user,
    day: fc.integer({ min: 10, max: 12 }),
    xp: fc.nat(120),
    amount: fc.constantFrom(4, 8, 16, null),
  })
  .map(({ user: buyer, day, xp, amount }) => {
    const facts = amount === null ? {} : { amount, currency: 'usd' };
    return payment(buyer, `2026-11-${day}T10:00:00Z`, { xp, facts });
  });

const said = fc
  .record({
    id: fc.nat(5),
    reason: fc.constantFrom('refund' as const, 'dispute' as const),
    minute: fc.nat(5),
    share: fc.constantFrom(0, 0.25, 0.5, 1),
    amount: fc.constantFrom(null, null, 1, 2, 3, 5),
    currency: fc.constantFrom('usd', 'eur', null),
  })
  .map(({ id, reason, minute, ...part }) => {
    const told = part.amount === null || part.share === 0 ? { share: part.share } : { ...part, share: 1 };
    // A refund is of one payment, whatever is said of it.
    return refund({
      ...told,
      reason,
      key: `${reason}:${id}`,
      ofKey: `payment:${id % 4}`,
      at: `12:0${minute}:00`,
    });
  });

const adjusted = fc.record({ user, xp: fc.integer({ min: -60, max: 60 }), idempotencyKey: fc.uuid() });

/** What happened, by kind. */
export const purchases = fc.record({
  payments: fc
    .array(bought, { minLength: 1, maxLength: 4 })
    .map((all) => all.map((each, n) => ({ ...each, key: `payment:${n}` }))),
  words: fc.array(said, { maxLength: 12 }),
  adjustments: fc.array(adjusted, { maxLength: 4 }),
});
export type Purchases = typeof purchases extends fc.Arbitrary<infer Value> ? Value : never;

/** The same as it might arrive: some twice, in any order, in batches of any size. */
export function arrivals({ payments, words, adjustments }: Purchases): fc.Arbitrary<Told[][]> {
  const all: Told[] = [
    ...payments.map((each) => ({ kind: 'payment' as const, payment: each })),
    ...words.map((word) => ({ kind: 'word' as const, word })),
    ...adjustments.map((adjustment) => ({ kind: 'adjustment' as const, adjustment })),
  ];
  return fc
    .tuple(fc.subarray(all), fc.integer({ min: 1, max: 6 }))
    .chain(([twice, size]) =>
      fc
        .shuffledSubarray([...all, ...twice], { minLength: all.length + twice.length })
        .map((shuffled) =>
          Array.from({ length: Math.ceil(shuffled.length / size) }, (_, n) =>
            shuffled.slice(n * size, (n + 1) * size),
          ),
        ),
    );
}

/** One batch, as the event path takes it through: what earns, then what takes back. */
export async function tell(club: TestCommunity, batch: Told[]): Promise<void> {
  const payments = batch.flatMap((told) => (told.kind === 'payment' ? [told.payment] : []));
  const words = batch.flatMap((told) => (told.kind === 'word' ? [told.word] : []));
  if (payments.length > 0) await club.award(...payments);
  if (words.length > 0) await say(club, ...words);
  for (const told of batch) {
    if (told.kind !== 'adjustment') continue;
    const { user: userId, xp, idempotencyKey } = told.adjustment;
    await call('adjust_xp', {
      community_id: club.id,
      user_id: userId,
      adjustment: { amount: xp, idempotencyKey, reason: 'x', by: 'key:1' },
      at: '2026-11-20T13:00:00Z',
    });
  }
}

/** How much of each payment is left in the end, while there was always enough to take. */
export function leftOf({ payments, words }: Purchases): Map<Activity, number> {
  return new Map(
    payments.map((each) => {
      const of = words.filter(({ ofKey }) => ofKey === each.key);
      const keys = [...new Set(of.map(({ key }) => key))];
      const shares = keys.map((key) => shareOf(newest(of.filter((word) => word.key === key)), each));
      const sum = Math.min(
        1,
        shares.reduce((total, share) => total + share, 0),
      );
      return [each, each.xp - Math.round(each.xp * sum)];
    }),
  );
}

/** By time; of one moment the one that takes most. */
export function newest(words: Word[]): Word {
  const rank = ({ share, amount, currency }: Word) => [share, amount ?? Infinity, currency ?? ''] as const;
  return words.reduce((best, word) => {
    if (word.at !== best.at) return word.at > best.at ? word : best;
    const [a, b] = [rank(word), rank(best)];
    const differs = a.findIndex((value, n) => value !== b[n]);
    return differs >= 0 && (a[differs] ?? 0) > (b[differs] ?? 0) ? word : best;
  });
}

function shareOf({ share, amount, currency }: Word, { facts }: Activity): number {
  if (share === 0 || typeof amount !== 'number' || typeof facts.amount !== 'number') return share;
  return currency === null || currency === facts.currency ? amount / facts.amount : share;
}
