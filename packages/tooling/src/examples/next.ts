import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { installTemplates } from '../packed/fresh-workspace.ts';
import { packPackages, pnpm, type PackedPackage } from '../packed/pack.ts';
import { projectRoot } from '../tools.ts';
import type { ExampleContext, RunningExample } from './example.ts';
import { folderOf } from './folders.ts';
import { withSecretKey } from './secret-key.ts';
import { startProcess } from './start-process.ts';

/** Installs the example with the packages as they would be published, in a directory that is gone with it. */
export async function startNext(context: ExampleContext): Promise<RunningExample> {
  const home = await mkdtemp(join(tmpdir(), 'wee5-next-'));
  const remove = (): Promise<void> => rm(home, { recursive: true, force: true });
  try {
    context.print('Building and packing the packages…');
    await pnpm(['run', 'build', '--silent'], { cwd: projectRoot });
    const running = await serveNext(home, await packPackages(home), context);
    const stop = async (): Promise<void> => {
      await running.stop();
      await remove();
    };
    return { ...running, stop };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** Installs, builds and runs the example under `home`, with these packages. */
export async function serveNext(
  home: string,
  packed: PackedPackage[],
  { wee5, port, print }: ExampleContext,
): Promise<RunningExample> {
  print('Installing and building the example…');
  await installTemplates(home, { names: ['next'], packed, from: dirname(folderOf('next')) });
  const cwd = join(home, 'next');
  await pnpm(['run', 'build'], { cwd, env: { NEXT_TELEMETRY_DISABLED: '1' } });
  const next = join(cwd, 'node_modules', 'next', 'dist', 'bin', 'next');
  return withSecretKey(wee5, (key) =>
    startProcess([next, 'start', '-H', 'localhost', '-p', String(port)], {
      cwd,
      port,
      ready: 'Ready',
      env: { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', WEE5_URL: wee5, WEE5_SECRET_KEY: key },
    }),
  );
}
