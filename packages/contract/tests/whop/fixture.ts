import { readdirSync, readFileSync } from 'node:fs';

const directory = new URL('../../fixtures/whop/', import.meta.url);

/** The names of all recorded payloads, without `.json`. */
export const fixtureNames = readdirSync(directory).map((file) => file.replace(/\.json$/, ''));

/** A recorded payload, parsed anew for each caller to change as they like. */
export function fixture(name: string): Payload {
  return JSON.parse(readFileSync(new URL(`${name}.json`, directory), 'utf8'));
}

/** JSON whose shape is what the tests are about, so no type may promise it. */
// oxlint-disable-next-line typescript/no-explicit-any
export type Payload = any;
