import type { TakeBack, TakeBackResult } from '../../../api/src/database/functions.ts';
import { functions, instant, rows } from '../support/index.ts';
import type { TestCommunity } from '../support/index.ts';

/** A word about `payment:1`, whole and as of noon unless it says otherwise. */
export function refund(details: Partial<TakeBack> = {}): Omit<TakeBack, 'communityId'> {
  const { at = '12:00:00', ...rest } = details;
  return {
    key: 'refund:1',
    ofKey: 'payment:1',
    share: 1,
    reason: 'refund',
    ...rest,
    at: instant(at),
  };
}

/** One call of `take_back`. */
export function say(
  club: TestCommunity,
  ...words: Omit<TakeBack, 'communityId'>[]
): Promise<TakeBackResult[]> {
  return functions.takeBack(words.map((word) => ({ ...word, communityId: club.id })));
}

/** The entries that took or gave back, in the order of booking. */
export async function reversals(club: TestCommunity): Promise<Record<string, unknown>[]> {
  return rows(
    `select key, xp_awarded as xp, receipt, public.iso_time(created_at) as at, public.iso_time(period_at) as period_at
     from public.activity_log where community_id = $1 and activity_type = 'reversal' order by booking`,
    [club.id],
  );
}
