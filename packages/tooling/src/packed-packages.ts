import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, readdir, realpath, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { projectRoot } from './tools.ts';

const execute = promisify(execFile);

interface Manifest {
  name: string;
  publishConfig?: object;
  exports?: Record<string, unknown>;
  dependencies?: Record<string, string>;
}

/**
 * Makes `directory` a project that has every public package installed as it would be published, with a
 * `consumer.mjs` that imports each of their entries and a `consumer.mts` that uses their types.
 */
export async function installPacked(directory: string): Promise<void> {
  const entries: string[] = [];
  for (const source of await publicPackages()) {
    const manifest = await unpack(source, directory);
    await linkDependencies(source, manifest, directory);
    entries.push(...Object.keys(manifest.exports ?? {}).map((path) => join(manifest.name, path)));
  }
  await writeFile(join(directory, 'consumer.mjs'), entries.map(importAtRunTime).join('\n'));
  await writeFile(join(directory, 'consumer.mts'), entries.map(useTypes).join('\n'));
  await writeFile(join(directory, 'tsconfig.json'), JSON.stringify(consumerConfig));
}

/** A project as strict as can be: `skipLibCheck` off looks into our declarations themselves. */
const consumerConfig = {
  compilerOptions: {
    target: 'es2023',
    lib: ['es2023', 'dom', 'dom.iterable', 'dom.asynciterable'],
    module: 'nodenext',
    strict: true,
    skipLibCheck: false,
    noEmit: true,
    types: [],
  },
  files: ['consumer.mts'],
};

/** The packages that say how they are published. */
async function publicPackages(): Promise<string[]> {
  const directories = readdirSync(join(projectRoot, 'packages')).map((name) =>
    join(projectRoot, 'packages', name),
  );
  const manifests = await Promise.all(directories.map(readManifest));
  return directories.filter((_, index) => manifests[index]?.publishConfig);
}

async function readManifest(directory: string): Promise<Manifest> {
  return JSON.parse(await readFile(join(directory, 'package.json'), 'utf8')) as Manifest;
}

async function unpack(source: string, directory: string): Promise<Manifest> {
  const destination = await mkdtemp(join(directory, 'packed-'));
  await pnpm(['pack', '--pack-destination', destination], source);
  const [archive] = await readdir(destination);
  const { name } = await readManifest(source);
  const installed = join(directory, 'node_modules', name);
  await mkdir(installed, { recursive: true });
  await execute('tar', ['-xzf', join(destination, archive ?? ''), '-C', installed, '--strip-components=1']);
  return readManifest(installed);
}

/** pnpm alone knows what it publishes: it applies `publishConfig` and the versions behind `catalog:`. */
async function pnpm(options: string[], cwd: string): Promise<void> {
  const running = process.env['npm_execpath'];
  const [file, ...before] = running?.includes('pnpm')
    ? [process.execPath, running]
    : ['npx', '--yes', 'pnpm@10'];
  await execute(file ?? 'npx', [...before, ...options], { cwd });
}

async function linkDependencies(source: string, manifest: Manifest, directory: string): Promise<void> {
  for (const name of Object.keys(manifest.dependencies ?? {})) {
    const link = join(directory, 'node_modules', name);
    if (existsSync(link) || name.startsWith('@wee5/')) continue;
    await mkdir(dirname(link), { recursive: true });
    await symlink(await realpath(join(source, 'node_modules', name)), link);
  }
}

function importAtRunTime(entry: string): string {
  const name = JSON.stringify(entry);
  return `if (Object.keys(await import(${name})).length === 0) throw new Error('No exports: ' + ${name});`;
}

function useTypes(entry: string, index: number): string {
  return `import * as entry${index} from ${JSON.stringify(entry)};\nexport type Entry${index} = typeof entry${index};`;
}
