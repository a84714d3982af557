import { levelAt, type ConfigDocument } from '@wee5/contract';
import type { PreviewedMember } from '../database/functions.ts';
import type { Replayed } from './replay.ts';

/** What turns a total into a level. */
export interface Levels {
  thresholds: number[];
  demotion: ConfigDocument['demotion'];
}

/** Where a member stands now, and where they would. */
export interface Standing {
  member: PreviewedMember;
  xpBefore: number;
  xpAfter: number;
  levelBefore: number;
  levelAfter: number;
}

type Total = Pick<PreviewedMember, 'xp' | 'peakXp'>;

export function levelOf({ thresholds, demotion }: Levels, { xp, peakXp }: Total): number {
  return levelAt(demotion === 'keep' ? peakXp : xp, thresholds);
}

/** Every member under the levels to try, with the total they have. */
export function standAsTheyAre(members: PreviewedMember[], before: Levels, after: Levels): Standing[] {
  return members.map((member) => ({
    member,
    xpBefore: member.xp,
    xpAfter: member.xp,
    levelBefore: levelOf(before, member),
    levelAfter: levelOf(after, member),
  }));
}

/** Every member with what the replay gave them in the place of what they earned in its time. */
export function standAsReplayed(
  members: PreviewedMember[],
  { replayed, before, after }: { replayed: Replayed; before: Levels; after: Levels },
): Standing[] {
  return [...members, ...newcomersOf(members, replayed)].map((member) => {
    const total = replayedTotal(member, replayed);
    return {
      member,
      xpBefore: member.xp,
      xpAfter: total.xp,
      levelBefore: levelOf(before, member),
      levelAfter: levelOf(after, total),
    };
  });
}

/** What was taken since the peak (by the creator, a refund) stays taken, as far as there is something to take from. */
function replayedTotal({ userId, xp, peakXp }: PreviewedMember, { booked, simulated }: Replayed): Total {
  const replayed = xp - (booked.get(userId) ?? 0) + (simulated.get(userId) ?? 0);
  const total = Math.min(Math.max(replayed, 0), Number.MAX_SAFE_INTEGER);
  return { xp: total, peakXp: total + peakXp - xp };
}

/** Whom only the replay knows: they were reacted to, and never did anything else. */
function newcomersOf(members: PreviewedMember[], { simulated, booked }: Replayed): PreviewedMember[] {
  const known = new Set(members.map(({ userId }) => userId));
  const unknown = [...simulated].filter(([userId, xp]) => xp > 0 && !known.has(userId));
  return unknown.map(([userId]) => {
    const xp = booked.get(userId) ?? 0;
    const nobody = { username: null, displayName: null, joinedAt: null, excluded: false, rewardLevels: [] };
    return { userId, xp, peakXp: xp, ...nobody };
  });
}
