import { randomBytes } from 'node:crypto';
import { chmod, link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * The webhook secret of a server that was given none: the one in `webhook-secret` (mode 0600), made on the first
 * start. `made` is true for the one start that made it, which is the one that may show it.
 */
export async function keepSecret(
  dataDirectory: string,
): Promise<{ secret: string; path: string; made: boolean }> {
  const path = join(dataDirectory, 'webhook-secret');
  const kept = await readKept(path);
  if (kept !== undefined) return { secret: kept, path, made: false };

  await mkdir(dataDirectory, { recursive: true, mode: 0o700 });
  const made = await makeOnce(path);
  return { secret: (await readKept(path)) ?? '', path, made };
}

async function readKept(path: string): Promise<string | undefined> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  // A key of no bytes would accept webhooks from anyone.
  if (text.trim().length < 32) throw new Error(`${path} holds no secret: delete it and start again.`);
  await chmod(path, 0o600);
  return text.trim();
}

// Written aside and linked into place, so that two starting processes agree on one and neither reads half of it.
async function makeOnce(path: string): Promise<boolean> {
  const draft = `${path}.${process.pid}-${randomBytes(4).toString('hex')}`;
  await writeFile(draft, `ws_${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
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
