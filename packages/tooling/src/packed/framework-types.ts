import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { toolPath } from '../tools.ts';
import { saidWhy } from './pack.ts';

const execute = promisify(execFile);

/**
 * Compiles the same widgets in Vue's and Svelte's templates and in JSX, with each framework's own checker. What is
 * marked as wrong must be found: a marker without an error is an error itself.
 */
export async function checkFrameworkTypes(folder: string): Promise<void> {
  await execute(process.execPath, [toolPath('vue-tsc', 'vue-tsc', folder), '-p', 'vue.tsconfig.json'], {
    cwd: folder,
  }).catch(saidWhy);
  for (const name of ['react', 'preact', 'solid']) {
    const options = [toolPath('typescript', 'tsc', folder), '-p', `jsx/${name}.tsconfig.json`];
    await execute(process.execPath, options, { cwd: folder }).catch(saidWhy);
  }
  await checkSvelte(folder);
}

/** Svelte's templates have no marker for an expected error, so a file of its own is wrong in every line. */
async function checkSvelte(folder: string): Promise<void> {
  const command = toolPath('svelte-check', 'svelte-check', folder);
  const options = ['--workspace', 'svelte', '--tsconfig', 'tsconfig.json', '--output', 'machine'];
  const said = await execute(process.execPath, [command, ...options], { cwd: folder }).then(
    ({ stdout }) => stdout,
    ({ stdout }: { stdout: string }) => stdout,
  );
  const errors = [...said.matchAll(/ERROR "([^"]+)" (\d+):/g)].map(([, file, line]) => `${file}:${line}`);
  const expected = ['Wrong.svelte:5', 'Wrong.svelte:6', 'Wrong.svelte:7'];
  if (String(errors.toSorted()) !== String(expected)) {
    throw new Error(`svelte-check finds ${String(errors)} where ${String(expected)} are wrong:\n${said}`);
  }
}
