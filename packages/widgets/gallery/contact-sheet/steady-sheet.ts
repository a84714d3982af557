import { compareSheet } from './compare.ts';
import type { Sheet } from './take-sheet.ts';

const attempts = 3;

/**
 * A sheet as it looks twice in a row: a browser short of time may take a picture too early.
 * @throws where it never looks the same twice
 */
export async function steadySheet(first: Sheet, again: () => Promise<Sheet>): Promise<Sheet> {
  let last = first;
  let words: string[] = [];
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const next = await again();
    const difference = await compareSheet(next, last.image);
    if (!difference) return next;
    words = difference.words;
    last = next;
  }
  throw new Error(`${first.view.name} looks different each time: ${words.join(', ')}.`);
}
