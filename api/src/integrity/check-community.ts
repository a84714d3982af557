import type { IntegrityCheck } from '@wee5/contract';
import type { IntegrityFunctions } from '../database/integrity-functions.ts';
import { addCounts } from './counts.ts';
import { inSlices, type Pace } from './in-slices.ts';

const MOST_MISMATCHES = 100;

export interface CheckOptions extends Pace {
  functions: Pick<IntegrityFunctions, 'findMismatches' | 'saveIntegrityCheck'>;
  now: () => Date;
}

/** Compares everybody of a community with the log and keeps what it found. Changes no total and locks nobody. */
export async function checkCommunity(
  communityId: string,
  { functions, now, ...pace }: CheckOptions,
): Promise<IntegrityCheck> {
  const check: IntegrityCheck = {
    checkedAt: now().toISOString(),
    ok: true,
    members: 0,
    counts: {},
    mismatches: [],
  };
  const read = (afterId: string, limit: number) => functions.findMismatches(communityId, afterId, limit);
  for await (const slice of inSlices(read, pace)) {
    check.members += slice.members;
    addCounts(check.counts, slice.counts);
    check.mismatches.push(...slice.mismatches.slice(0, MOST_MISMATCHES - check.mismatches.length));
  }
  check.ok = check.mismatches.length === 0;
  await functions.saveIntegrityCheck(communityId, check);
  return check;
}
