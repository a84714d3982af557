const NAME_LENGTH = 100;

/** A name that the database takes and a page can show; null where nothing is left of it. */
export function storableName(name: string | null): string | null {
  if (name === null) return null;
  return firstCodePoints(storable(name), NAME_LENGTH) || null;
}

/** Without what Postgres refuses in text: NUL, and halves of surrogate pairs. */
export function storable(text: string): string {
  // With the u flag a pair is one character, so this class matches lone halves only.
  return text.replaceAll('\0', '').replace(/\p{Surrogate}/gu, '');
}

/** How long a text is to its reader: an emoji counts once, not twice. */
export function countCodePoints(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

function firstCodePoints(text: string, limit: number): string {
  // A code point is at most two units long, so a longer rest cannot matter.
  return Array.from(text.slice(0, limit * 2))
    .slice(0, limit)
    .join('');
}
