import { mkdtempSync } from 'node:fs';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { keepRelease } from '../build/keep-release.ts';
import { writeScript } from '../build/write-script.ts';

function directory(): URL {
  const path = mkdtempSync(join(tmpdir(), 'wee5-keep-'));
  onTestFinished(() => rm(path, { recursive: true }));
  return pathToFileURL(`${path}/`);
}

it('keeps of a release what pages may pin, with its compressed copies, and nothing that changes', async () => {
  const [from, to] = [directory(), directory()];
  await writeFile(new URL('kept-before.js', to), 'kept before');
  const { name, code, parts } = await writeScript(from);
  const names = await keepRelease(from, to);
  const expected = [name, ...parts.map((part) => part.name)].flatMap((file) => [
    file,
    `${file}.br`,
    `${file}.gz`,
  ]);
  expect(names.toSorted()).toEqual(expected.toSorted());
  expect((await readdir(to)).toSorted()).toEqual([...expected, 'kept-before.js'].toSorted());
  expect(await readFile(new URL(name, to), 'utf8')).toBe(code);
});

it('leaves nothing of an earlier build behind', async () => {
  const to = directory();
  await writeFile(new URL(`wee5.${'a'.repeat(43)}.js`, to), 'an earlier build');
  const { name } = await writeScript(to);
  const scripts = (await readdir(to)).filter((file) => /^wee5\..{43}\.js$/.test(file));
  expect(scripts).toEqual([name]);
});
