import type { Reward } from '@wee5/client';

const theirs = new Set(['unlocked', 'claimed', 'fulfilling', 'fulfilled']);

/** Whether a reward is the reader's, claimed or not; false where no member reads. */
export function isTheirs({ state }: Reward): boolean {
  return theirs.has(state ?? '');
}
