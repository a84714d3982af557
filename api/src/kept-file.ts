import { randomBytes } from 'node:crypto';
import { chmod, link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

export interface KeptText {
  text: string;
  /** True for the one call that made it. */
  made: boolean;
}

/**
 * The secret text of a file that only its owner can read (mode 0600), made where there is none yet. Throws where
 * what is there is shorter than a secret can be.
 */
export async function keepText(path: string, make: () => string | Promise<string>): Promise<KeptText> {
  const kept = await readKept(path);
  if (kept !== undefined) return { text: kept, made: false };

  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const made = await writeOnce(path, await make());
  return { text: (await readKept(path)) ?? '', made };
}

async function readKept(path: string): Promise<string | undefined> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  // A key of no bytes would accept anything from anyone.
  if (text.trim().length < 32) throw new Error(`${path} holds no secret: delete it and start again.`);
  await chmod(path, 0o600);
  return text.trim();
}

// Written aside and linked into place, so that two starting processes agree on one and neither reads half of it.
async function writeOnce(path: string, text: string): Promise<boolean> {
  const draft = `${path}.${process.pid}-${randomBytes(4).toString('hex')}`;
  await writeFile(draft, `${text}\n`, { mode: 0o600, flag: 'wx' });
  try {
    await link(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(draft);
  }
}
