import * as z from 'zod';
import type { ActivityPosition } from '../../database/functions.ts';
import { cursorIdSchema, cursorTimeSchema, decodeCursor, encodeCursor, malformedCursor } from '../cursor.ts';

const partsSchema = z.tuple([cursorTimeSchema, cursorIdSchema]);

/** A place in a list by time as a cursor; null where nothing follows. */
export function encodePosition(position: ActivityPosition | null): string | null {
  return position && encodeCursor([position.at, position.id]);
}

/** The place in the log that a cursor stands for, null for none. Throws `validation-failed` for any other word. */
export function readLogCursor(cursor: string | undefined): ActivityPosition | null {
  const position = readPositionCursor(cursor);
  if (!position || z.guid().safeParse(position.id).success) return position;
  throw malformedCursor();
}

/** The place that a cursor stands for, null for none. Throws `validation-failed` for one that was not made here. */
export function readPositionCursor(cursor: string | undefined): ActivityPosition | null {
  if (cursor === undefined) return null;
  const [at, id] = decodeCursor(partsSchema, cursor);
  return { at, id };
}
