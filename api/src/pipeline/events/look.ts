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

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
