import { existsSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { lockDirectory } from '../../src/database/lock-file.ts';
import { runScript } from './support/script.ts';
import type { Script } from './support/script.ts';
import { temporaryDirectory } from './support/temporary-directory.ts';

/** Runs the script up to the point where one word makes it take the lock. */
async function readyProcess(directory: string): Promise<Script> {
  const script = runScript('hold-directory.ts', [directory]);
  expect(await script.nextLine()).toBe('ready');
  return script;
}

async function holder(directory: string): Promise<Script> {
  const script = await readyProcess(directory);
  script.say('go');
  expect(await script.nextLine()).toBe('held');
  return script;
}

test('a second process is told who uses the directory and what to do', async () => {
  const directory = temporaryDirectory();
  const { pid } = await holder(directory);
  expect(() => lockDirectory(directory)).toThrow(
    new RegExp(
      `^${directory} is in use by process ${pid} since .*; stop it or set WEE5_DATA_DIR to another directory`,
    ),
  );
});

test('the same process cannot take a directory twice', () => {
  const directory = temporaryDirectory();
  const unlock = lockDirectory(directory);
  expect(() => lockDirectory(directory)).toThrow(`in use by process ${process.pid}`);
  unlock();
});

test('a directory is free again once it was let go, and letting go twice frees nobody else', async () => {
  const directory = temporaryDirectory();
  const unlock = lockDirectory(directory);
  unlock();
  expect(existsSync(join(directory, 'wee5.pid'))).toBe(false);
  await holder(directory);
  unlock();
  expect(existsSync(join(directory, 'wee5.pid'))).toBe(true);
  expect(() => lockDirectory(directory)).toThrow('in use');
});

test('a directory is free again after its holder was killed', async () => {
  const directory = temporaryDirectory();
  const killed = await holder(directory);
  await killed.kill();
  expect(existsSync(join(directory, 'wee5.pid'))).toBe(true);
  lockDirectory(directory)();
});

test('the id a dead holder left behind may be another process by now', () => {
  const directory = temporaryDirectory();
  writeFileSync(join(directory, 'wee5.pid'), `${process.ppid}\n${new Date().toISOString()}\n`);
  lockDirectory(directory)();
});

test('of several processes that race for a dead holder’s directory exactly one gets it', async () => {
  const directory = temporaryDirectory();
  for (let round = 0; round < 3; round += 1) {
    await (await holder(directory)).kill();
    const racers = await Promise.all(Array.from({ length: 5 }, () => readyProcess(directory)));
    for (const racer of racers) racer.say('go');
    const answers = await Promise.all(racers.map((racer) => racer.nextLine()));
    expect(answers.filter((answer) => answer === 'held')).toHaveLength(1);
    expect(answers.filter((answer) => answer?.includes('is in use by'))).toHaveLength(4);
    await Promise.all(racers.map((racer) => racer.kill()));
  }
});

test('a directory that does not exist is made, closed to other users', () => {
  const directory = join(temporaryDirectory(), 'not', 'yet');
  lockDirectory(directory)();
  expect(statSync(directory).mode & 0o077).toBe(0);
});

test('a lock file that is something else is named', () => {
  const directory = temporaryDirectory();
  writeFileSync(
    join(directory, 'wee5.lock'),
    'somebody’s own notes, long enough to be read as a header '.repeat(20),
  );
  expect(() => lockDirectory(directory)).toThrow(`${join(directory, 'wee5.lock')} cannot be locked`);
});
