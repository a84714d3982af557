import type { IntegrityFunctions } from '../database/integrity-functions.ts';
import { addCounts } from './counts.ts';
import { inSlices, type Pace } from './in-slices.ts';

export interface Rebuilt {
  members: number;
  /** How many there were of each kind; none where everything was what the log says. */
  mended: Record<string, number>;
}

/** Makes everybody of a community what the log says, while awards go on. */
export async function rebuildCommunity(
  communityId: string,
  functions: Pick<IntegrityFunctions, 'rebuildMembers'>,
  pace: Pace,
): Promise<Rebuilt> {
  const rebuilt: Rebuilt = { members: 0, mended: {} };
  const mend = (afterId: string, limit: number) => functions.rebuildMembers(communityId, afterId, limit);
  for await (const slice of inSlices(mend, pace)) {
    rebuilt.members += slice.members;
    addCounts(rebuilt.mended, slice.mended);
  }
  return rebuilt;
}
