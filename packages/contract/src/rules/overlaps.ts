import type * as z from 'zod';
import type { Multiplier } from './multiplier.ts';

/**
 * Two schedules of the same scope must not overlap: nobody could say whether a double weekend inside a double month is
 * meant to be four times. Multipliers of different scopes, or without a schedule, stack as the rules say.
 */
export function refuseOverlaps(multipliers: Multiplier[], context: z.RefinementCtx): void {
  multipliers.forEach((later, index) => {
    const earlier = multipliers.findIndex((other, place) => place < index && clash(other, later));
    const other = multipliers[earlier];
    if (!other) return;
    context.addIssue({
      code: 'custom',
      path: [index, 'startsAt'],
      message:
        `overlaps with the schedule of multiplier ${earlier} ("${other.name}"), which has the same scope: ` +
        'let one end before the other starts',
    });
  });
}

function clash(one: Multiplier, other: Multiplier): boolean {
  return isScheduled(one) && isScheduled(other) && scopeOf(one) === scopeOf(other) && doOverlap(one, other);
}

function isScheduled({ startsAt, endsAt }: Multiplier): boolean {
  return startsAt !== undefined || endsAt !== undefined;
}

function scopeOf({ sources, experiences, products }: Multiplier): string {
  return JSON.stringify([sources, experiences, products].map((ids) => ids?.toSorted() ?? null));
}

function doOverlap(one: Multiplier, other: Multiplier): boolean {
  return startOf(one) < endOf(other) && startOf(other) < endOf(one);
}

function startOf({ startsAt }: Multiplier): number {
  return startsAt === undefined ? -Infinity : Date.parse(startsAt);
}

function endOf({ endsAt }: Multiplier): number {
  return endsAt === undefined ? Infinity : Date.parse(endsAt);
}
