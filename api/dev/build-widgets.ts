import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const build = fileURLToPath(new URL('../../packages/widgets/build/main.ts', import.meta.url));

/** Builds the script tag's file from the sources that are here; takes about a second. */
export async function buildWidgets(): Promise<void> {
  await promisify(execFile)(process.execPath, [build]);
}
