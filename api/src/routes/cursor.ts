import { idSchema } from '@wee5/contract';
import * as z from 'zod';
import { invalidPart } from '../errors.ts';

/** A time that the database can hold. */
export const isHeld = (time: string): boolean => !time.startsWith('0000');

/** A time of the database, to the microsecond. */
export const cursorTimeSchema = z.iso.datetime({ precision: 6 }).refine(isHeld);

export const cursorIdSchema = idSchema.regex(/^\P{Cc}+$/u);

/** A place in a list as the opaque word that a page hands back to continue there. */
export function encodeCursor(parts: readonly unknown[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

/** The parts that a cursor was made of. Throws `validation-failed` for one that was not made here. */
export function decodeCursor<Schema extends z.ZodType>(schema: Schema, cursor: string): z.infer<Schema> {
  const { success, data } = schema.safeParse(parse(Buffer.from(cursor, 'base64url').toString()));
  if (success) return data;
  throw malformedCursor();
}

export function malformedCursor(): Error {
  return invalidPart('cursor', 'must be the `nextCursor` of a former page');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
