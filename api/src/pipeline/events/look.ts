/** The value at a path of any JSON; undefined where the path leads nowhere. */
export function look(json: unknown, ...path: string[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined),
    json,
  );
}

/** The text at a path, null where there is none. */
export function lookForText(json: unknown, ...path: string[]): string | null {
  const value = look(json, ...path);
  return typeof value === 'string' ? value : null;
}

/**
 * Whether `data` says that there is none of something which Whop names in one of two shapes, such as `user: null` or
 * `user_id: null`. Where neither is there, we do not know the shape.
 */
export function isNone(json: unknown, nested: string, flat: string): boolean {
  const told = [look(json, 'data', nested), look(json, 'data', flat)];
  return told.includes(null) && told.every((value) => value === null || value === undefined);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
