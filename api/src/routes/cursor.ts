import { idSchema, xpSchema } from '@wee5/contract';
import { z } from 'zod';
import type { BoardPosition } from '../database/functions.ts';
import { invalidPart } from '../errors.ts';

const positionSchema = z.tuple([
  xpSchema,
  // A time the database can hold, to the microsecond.
  z.iso.datetime({ precision: 6 }).refine((time) => !time.startsWith('0000')),
  idSchema.regex(/^\P{Cc}+$/u),
]);

/** A place on a board as the opaque word a page hands back to continue there. */
export function encodeCursor({ xp, reachedAt, userId }: BoardPosition): string {
  return Buffer.from(JSON.stringify([xp, reachedAt, userId])).toString('base64url');
}

/** The place a cursor stands for. Throws `validation-failed` for one that was not made here. */
export function decodeCursor(cursor: string): BoardPosition {
  const { data } = positionSchema.safeParse(parse(Buffer.from(cursor, 'base64url').toString()));
  if (data) return { xp: data[0], reachedAt: data[1], userId: data[2] };
  throw invalidPart('cursor', 'must be the `nextCursor` of a former page');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
