import { boardKindSchema, timeSchema, windowKindSchema, xpSchema } from '@wee5/contract';
import * as z from 'zod';
import type { Board, BoardPosition, BoardQuery } from '../../database/functions.ts';
import { cursorIdSchema, cursorTimeSchema, decodeCursor, encodeCursor, isHeld } from '../cursor.ts';

/** A place on a board, and which board that is. */
export interface BoardCursor {
  board: BoardQuery['board'];
  window: BoardQuery['window'];
  /** When the window began; null for all time. */
  startsAt: Board['window']['startsAt'];
  position: BoardPosition;
}

const partsSchema = z.tuple([
  boardKindSchema,
  windowKindSchema,
  timeSchema.refine(isHeld).nullable(),
  xpSchema,
  cursorTimeSchema,
  cursorIdSchema,
]);

export function encodeBoardCursor({ board, window, startsAt, position }: BoardCursor): string {
  const { score, reachedAt, userId } = position;
  const parts: z.infer<typeof partsSchema> = [board, window, startsAt, score, reachedAt, userId];
  return encodeCursor(parts);
}

/** The place a cursor stands for. Throws `validation-failed` for one that was not made here. */
export function decodeBoardCursor(cursor: string): BoardCursor {
  const [board, window, startsAt, score, reachedAt, userId] = decodeCursor(partsSchema, cursor);
  return { board, window, startsAt, position: { score, reachedAt, userId } };
}
