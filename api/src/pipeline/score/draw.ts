import { hash } from 'node:crypto';
import type { XpRange } from '@wee5/contract';
import type { Activity } from '../activity.ts';

/** 48 bits: as many as a number takes exactly, and so many that no XP of a range is likelier than another. */
const BYTES = 6;

/** A member's luck: the same for every delivery, replay, rebuild and preview of an activity. */
export function draw(
  { min, max }: XpRange,
  { communityId, key }: Pick<Activity, 'communityId' | 'key'>,
): number {
  const luck = hash('sha256', `${communityId}:${key}`, 'buffer').readUIntBE(0, BYTES);
  return min + (luck % (max - min + 1));
}
