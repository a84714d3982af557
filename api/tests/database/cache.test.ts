import {
  existsSync,
  readFileSync,
  readdirSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cached } from '../../src/database/cache.ts';
import { temporaryDirectory } from './support/temporary-directory.ts';

const content = new Uint8Array(100_000).fill(7);

/** Asks for one entry, and counts how often it had to be built and what was said about it. */
function counted(dir: string, name = 'entry') {
  const said: string[] = [];
  let builds = 0;
  const build = async () => {
    builds += 1;
    return content;
  };
  const get = () => cached({ dir, name, build, log: (line) => said.push(line) });
  return { get, said, builds: () => builds, file: join(dir, `${name}.gz`) };
}

test('what was built once is read afterwards', async () => {
  const entry = counted(join(temporaryDirectory(), 'made', 'on', 'demand'));
  expect(Buffer.from(await entry.get()).equals(content)).toBe(true);
  expect(Buffer.from(await entry.get()).equals(content)).toBe(true);
  expect(entry.builds()).toBe(1);
  expect(entry.said).toEqual([]);
});

test.each([
  ['cut off', (file: string) => truncateSync(file, statSync(file).size - 10)],
  ['empty', (file: string) => truncateSync(file, 0)],
  ['something else', (file: string) => writeFileSync(file, 'not gzip')],
  [
    'changed in one byte of its checksum',
    (file: string) => {
      const bytes = readFileSync(file);
      bytes.writeUInt8((bytes.at(-6) ?? 0) ^ 1, bytes.length - 6);
      writeFileSync(file, bytes);
    },
  ],
])('a file that is %s is built again and then good', async (_, damage) => {
  const entry = counted(temporaryDirectory());
  await entry.get();
  damage(entry.file);
  expect(Buffer.from(await entry.get()).equals(content)).toBe(true);
  expect(entry.builds()).toBe(2);
  expect(entry.said).toEqual([`${entry.file} is damaged and is built again.`]);
  await entry.get();
  expect(entry.builds()).toBe(2);
});

test('a directory that cannot be written costs time, nothing else', async () => {
  const inTheWay = join(temporaryDirectory(), 'file');
  writeFileSync(inTheWay, '');
  const entry = counted(join(inTheWay, 'cache'));
  expect(Buffer.from(await entry.get()).equals(content)).toBe(true);
  expect(entry.said.join()).toContain('cannot keep the prepared database');
});

test('many who build at the same time leave one good file and no leftovers', async () => {
  const dir = temporaryDirectory();
  const entry = counted(dir);
  const all = await Promise.all(Array.from({ length: 8 }, entry.get));
  expect(all.every((bytes) => Buffer.from(bytes).equals(content))).toBe(true);
  expect(readdirSync(dir)).toEqual(['entry.gz']);
});

test('the file unused for longest makes room for the thirteenth', async () => {
  const dir = temporaryDirectory();
  const entries = Array.from({ length: 12 }, (_, i) => counted(dir, `entry-${i}`));
  for (const [i, { get, file }] of entries.entries()) {
    await get();
    utimesSync(file, i + 1, i + 1);
  }
  await entries[0]?.get();
  await counted(dir, 'thirteenth').get();
  expect(readdirSync(dir)).toHaveLength(12);
  expect(existsSync(join(dir, 'entry-0.gz'))).toBe(true);
  expect(existsSync(join(dir, 'entry-1.gz'))).toBe(false);
});
