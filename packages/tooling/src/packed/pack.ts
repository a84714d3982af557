import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { mkdtemp, readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { projectRoot } from '../tools.ts';

const execute = promisify(execFile);

export interface Manifest {
  name: string;
  publishConfig?: object;
  exports?: Record<string, unknown>;
  dependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
}

/** A public package as it would be published, in a file. */
export interface PackedPackage {
  name: string;
  /** The package's folder in the project. */
  source: string;
  tarball: string;
}

/** Packs every public package into `directory`; what `build` wrote must be there. */
export async function packPackages(directory: string): Promise<PackedPackage[]> {
  const packed: PackedPackage[] = [];
  for (const source of await publicPackages()) {
    const destination = await mkdtemp(join(directory, 'packed-'));
    await pnpm(['pack', '--pack-destination', destination], { cwd: source });
    const [archive = ''] = await readdir(destination);
    const { name } = await readManifest(source);
    packed.push({ name, source, tarball: join(destination, archive) });
  }
  return packed;
}

/** The folders of the packages that say how they are published. */
export async function publicPackages(): Promise<string[]> {
  const directories = readdirSync(join(projectRoot, 'packages')).map((name) =>
    join(projectRoot, 'packages', name),
  );
  const manifests = await Promise.all(directories.map(readManifest));
  return directories.filter((_, index) => manifests[index]?.publishConfig);
}

export async function readManifest(directory: string): Promise<Manifest> {
  return JSON.parse(await readFile(join(directory, 'package.json'), 'utf8')) as Manifest;
}

export async function unpack(tarball: string, destination: string): Promise<void> {
  await execute('tar', ['-xzf', tarball, '-C', destination, '--strip-components=1']);
}

/**
 * Runs the pnpm that runs this; it alone knows what it publishes: it applies `publishConfig` and the versions behind
 * `catalog:`.
 * @throws an error with what pnpm said
 */
export async function pnpm(
  options: string[],
  { cwd, env = {} }: { cwd: string; env?: NodeJS.ProcessEnv },
): Promise<void> {
  const running = process.env['npm_execpath'];
  const [file = '', ...before] = running?.includes('pnpm')
    ? [process.execPath, running]
    : ['npx', '--yes', 'pnpm@10'];
  await execute(file, [...before, '-C', cwd, ...options], {
    // Not in `cwd`: its settings are for pnpm, and npx would heed them too.
    cwd: projectRoot,
    env: { ...process.env, ...env },
  }).catch(saidWhy);
}

/** Programs say what is wrong on their outputs; the error of a run that failed has both. */
export function saidWhy(error: Error & { stdout?: string; stderr?: string }): never {
  throw new Error(`${error.stdout ?? ''}${error.stderr ?? ''}`.trim() || error.message, { cause: error });
}
