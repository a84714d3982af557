import { readFileSync } from 'node:fs';

const directory = new URL('../../../packages/contract/fixtures/whop/', import.meta.url);

/** A recorded payload, byte for byte. */
export function fixture(name: string): string {
  return readFileSync(new URL(`${name}.json`, directory), 'utf8');
}

/** A recorded payload with some of its values replaced: `{ 'data.message.id': 'post_2' }`; undefined removes. */
export function changed(name: string, changes: Record<string, unknown>): string {
  const payload = JSON.parse(fixture(name)) as Record<string, unknown>;
  for (const [path, value] of Object.entries(changes)) set(payload, path.split('.'), value);
  return JSON.stringify(payload);
}

function set(target: Record<string, unknown>, path: string[], value: unknown): void {
  const [name = '', ...rest] = path;
  if (rest.length > 0) set(target[name] as Record<string, unknown>, rest, value);
  else target[name] = value;
}
