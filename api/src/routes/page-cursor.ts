import { z } from 'zod';
import type { ActivityPosition } from '../database/functions.ts';
import { invalidPart } from '../errors.ts';

const positionSchema = z.tuple([
  // A time the database can hold, to the microsecond.
  z.iso.datetime({ precision: 6 }).refine((time) => !time.startsWith('0000')),
  z.string().regex(/^\P{Cc}{1,200}$/u),
]);

/** A place in a list by time as the opaque word a page hands back to continue there; null where nothing follows. */
export function encodePosition(position: ActivityPosition | null): string | null {
  return position && Buffer.from(JSON.stringify([position.at, position.id])).toString('base64url');
}

/** The place in the log that a cursor stands for, null for none. Throws `validation-failed` for any other word. */
export function readLogCursor(cursor: string | undefined): ActivityPosition | null {
  const position = readPositionCursor(cursor);
  if (!position || z.guid().safeParse(position.id).success) return position;
  throw malformed();
}

/** The place that a cursor stands for, null for none. Throws `validation-failed` for one that was not made here. */
export function readPositionCursor(cursor: string | undefined): ActivityPosition | null {
  if (cursor === undefined) return null;
  const { data } = positionSchema.safeParse(parse(Buffer.from(cursor, 'base64url').toString()));
  if (data) return { at: data[0], id: data[1] };
  throw malformed();
}

function malformed() {
  return invalidPart('cursor', 'must be the `nextCursor` of a former page');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
