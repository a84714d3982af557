import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

const SQLITE_BUSY = 5;

/**
 * Makes this process the only one that uses `dir`, until the returned function is called.
 *
 * The lock is the operating system's, taken through SQLite because Node has no `flock`: it ends with the process,
 * however that ended, so there is no stale lock to judge and no race to take one over. `wee5.lock` therefore
 * stays behind, empty and free; `wee5.pid` only says who holds it.
 *
 * @throws a `DirectoryInUse` naming the holder when another process (or another part of this one) uses `dir`.
 */
export function lockDirectory(dir: string): () => void {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const lock = takeLock(dir);
  const pidFile = pidFileOf(dir);
  writeFileSync(pidFile, `${process.pid}\n${new Date().toISOString()}\n`);
  let held = true;
  return () => {
    if (!held) return;
    held = false;
    rmSync(pidFile, { force: true });
    lock.close();
  };
}

function takeLock(dir: string): DatabaseSync {
  const file = join(dir, 'wee5.lock');
  let lock: DatabaseSync | undefined;
  try {
    lock = new DatabaseSync(file, { timeout: 0 });
    lock.exec('begin exclusive');
    return lock;
  } catch (cause) {
    lock?.close();
    if ((cause as { errcode?: number }).errcode === SQLITE_BUSY) throw new DirectoryInUse(dir, holderOf(dir));
    throw new Error(`${file} cannot be locked: ${(cause as Error).message}`, { cause });
  }
}

/** Somebody else uses the directory. */
export class DirectoryInUse extends Error {
  override readonly name = 'DirectoryInUse';
  /** `process 123 since …`, as far as it is known. */
  readonly holder: string;

  constructor(dir: string, holder: string) {
    super(`${dir} is in use by ${holder}; stop it or set WEE5_DATA_DIR to another directory.`);
    this.holder = holder;
  }
}

function holderOf(dir: string): string {
  try {
    const [pid, since] = readFileSync(pidFileOf(dir), 'utf8').split('\n');
    return pid && since ? `process ${pid} since ${since}` : 'another process';
  } catch {
    return 'another process';
  }
}

function pidFileOf(dir: string): string {
  return join(dir, 'wee5.pid');
}
