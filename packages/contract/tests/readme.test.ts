import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const root = new URL('..', import.meta.url);
const readme = readFileSync(new URL('README.md', root), 'utf8');
const examples = [...readme.matchAll(/```ts\n([^]*?)```/g)].map((match) => match[1] ?? '');

test('the README has examples and at most 60 lines', () => {
  expect(examples).toHaveLength(2);
  expect(readme.trimEnd().split('\n').length).toBeLessThanOrEqual(60);
});

test.each(examples)('example %# of the README prints what its comments say', (code) => {
  const said = [...code.matchAll(/^console\.log.*; \/\/ (.*)$/gm)].map((match) => match[1]);
  const run = spawnSync(process.execPath, ['--input-type=module-typescript', '--eval', code], {
    cwd: root,
    encoding: 'utf8',
  });
  expect(run.stderr).toBe('');
  expect(run.stdout.trimEnd().split('\n')).toEqual(said);
});
