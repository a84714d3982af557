import type { IntegrityCheck } from '@wee5/contract';
import { totalOf } from '../integrity/counts.ts';
import type { Rebuilt } from '../integrity/rebuild-community.ts';

/** What a check found: one line, and one for each mismatch that is named. */
export function toCheckLines(communityId: string, { members, counts, mismatches }: IntegrityCheck): string {
  const count = totalOf(counts);
  if (count === 0) return `${communityId}: all is what the log says, for ${counted(members, 'member')}.`;
  const named = mismatches.map(
    ({ userId, what, stored, fromLog }) =>
      `  ${userId}: ${what} is ${JSON.stringify(stored)}, by the log ${JSON.stringify(fromLog)}`,
  );
  const rest = count - named.length;
  return [
    `${communityId}: ${counted(count, 'mismatch')} among ${counted(members, 'member')} (${listed(counts)}).`,
    ...named,
    ...(rest > 0 ? [`  and ${rest} more`] : []),
  ].join('\n');
}

/** What a rebuild changed, in one line. */
export function toRebuiltLine(communityId: string, { members, mended }: Rebuilt): string {
  const count = totalOf(mended);
  const what = count === 0 ? 'changed nothing' : `mended ${counted(count, 'mismatch')} (${listed(mended)})`;
  return `${communityId}: ${what}, for ${counted(members, 'member')}.`;
}

function counted(count: number, what: 'member' | 'mismatch'): string {
  if (count === 1) return `1 ${what}`;
  return `${count} ${what}${what === 'mismatch' ? 'es' : 's'}`;
}

function listed(counts: Record<string, number>): string {
  return Object.entries(counts)
    .map(([what, count]) => `${what}: ${count}`)
    .join(', ');
}
