import { boardKindSchema, idSchema, timeSchema, windowKindSchema, xpSchema } from '@wee5/contract';
import { z } from 'zod';
import type { Board, BoardPosition, BoardQuery } from '../database/functions.ts';
import { invalidPart } from '../errors.ts';

/** A place on a board, and which board that is. */
export interface BoardCursor {
  board: BoardQuery['board'];
  window: BoardQuery['window'];
  /** When the window began; null for all time. */
  startsAt: Board['window']['startsAt'];
  position: BoardPosition;
}

/** A time the database can hold. */
const isHeld = (time: string) => !time.startsWith('0000');

const cursorSchema = z.tuple([
  boardKindSchema,
  windowKindSchema,
  timeSchema.refine(isHeld).nullable(),
  xpSchema,
  // To the microsecond.
  z.iso.datetime({ precision: 6 }).refine(isHeld),
  idSchema.regex(/^\P{Cc}+$/u),
]);

/** A place on a board as the opaque word a page hands back to continue there. */
export function encodeCursor({ board, window, startsAt, position }: BoardCursor): string {
  const { score, reachedAt, userId } = position;
  const parts: z.infer<typeof cursorSchema> = [board, window, startsAt, score, reachedAt, userId];
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

/** The place a cursor stands for. Throws `validation-failed` for one that was not made here. */
export function decodeCursor(cursor: string): BoardCursor {
  const { data } = cursorSchema.safeParse(parse(Buffer.from(cursor, 'base64url').toString()));
  if (!data) throw invalidPart('cursor', 'must be the `nextCursor` of a former page');
  const [board, window, startsAt, score, reachedAt, userId] = data;
  return { board, window, startsAt, position: { score, reachedAt, userId } };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
