interface Part {
  path: string;
  value: unknown;
}

/**
 * Which parts of a value the database cannot hold as JSON: texts with a NUL, or with half a surrogate pair. Goes
 * through without recursion, since whoever sends the value decides how deep it is.
 */
export function findUnstorable(whole: object): { path: string; message: string }[] {
  const wrong = new Set<string>();
  const parts = partsOf({ path: '', value: whole });
  for (let part = parts.pop(); part; part = parts.pop()) {
    if (typeof part.value === 'string' && !isStorable(part.value)) wrong.add(part.path);
    if (typeof part.value === 'object' && part.value !== null) {
      if (Object.keys(part.value).every(isStorable)) parts.push(...partsOf(part));
      else wrong.add(part.path);
    }
  }
  return [...wrong].map((path) => ({ path, message: 'has a character that the database cannot hold' }));
}

function partsOf({ path, value }: Part): Part[] {
  return Object.entries(value as object).map(([key, part]) => ({
    path: path === '' ? key : `${path}.${key}`,
    value: part,
  }));
}

function isStorable(text: string): boolean {
  return text.isWellFormed() && !text.includes('\0');
}
