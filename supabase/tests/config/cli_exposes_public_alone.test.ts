import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';

const config = await readFile(new URL('../../config.toml', import.meta.url), 'utf8');

/** `key = value` under `[section]`, as written; every value of this file stands on one line. */
function setting(section: string, key: string): string | undefined {
  const [, body = ''] = config.split(`\n[${section}]\n`);
  const lines = (body.split('\n[')[0] ?? '').split('\n');
  return lines.find((line) => line.startsWith(`${key} = `))?.slice(`${key} = `.length);
}

test.each([
  ['the HTTP API serves schema public alone', 'api', 'schemas', '["public"]'],
  ['no answer has more rows than every function keeps to', 'api', 'max_rows', '1000'],
  ['migrations are applied by one tool, which is not the CLI', 'db.migrations', 'enabled', 'false'],
  ['example data never goes in by itself', 'db.seed', 'enabled', 'false'],
  ['live messages are carried', 'realtime', 'enabled', 'true'],
  ['nobody signs up beside Whop', 'auth', 'enable_signup', 'false'],
  ['nor without a name', 'auth', 'enable_anonymous_sign_ins', 'false'],
])('%s', (_, section, key, value) => {
  expect(setting(section, key)).toBe(value);
});

test('it holds no secret', () => {
  expect(config).not.toMatch(/secret\s*=|"kty"|eyJ/);
});
