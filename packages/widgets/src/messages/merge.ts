/** What the page says instead, where it says something. */
export function merge<T extends object>(ours: T, theirs: object | undefined): T {
  if (!theirs) return ours;
  const merged = { ...ours } as Record<string, unknown>;
  for (const [key, value] of Object.entries(theirs)) {
    const own = merged[key];
    if (own === undefined) continue;
    merged[key] = typeof own === 'object' && !Array.isArray(own) ? merge(own as object, value) : value;
  }
  return merged as T;
}
