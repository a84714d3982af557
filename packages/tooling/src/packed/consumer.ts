import { existsSync } from 'node:fs';
import { mkdir, realpath, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { readManifest, unpack, type Manifest, type PackedPackage } from './pack.ts';

/**
 * Makes `directory` a project that has every packed package installed, with a `consumer.mjs` that imports each of their
 * entries and a `consumer.mts` that uses their types.
 */
export async function makeConsumer(directory: string, packed: PackedPackage[]): Promise<void> {
  const entries: string[] = [];
  for (const { name, source, tarball } of packed) {
    const installed = join(directory, 'node_modules', name);
    await mkdir(installed, { recursive: true });
    await unpack(tarball, installed);
    const manifest = await readManifest(installed);
    await linkDependencies(source, manifest, directory);
    entries.push(...modulesOf(manifest));
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

/** The entries with something to import: neither data nor types for a framework, which a fresh project tries. */
function modulesOf({ name, exports = {} }: Manifest): string[] {
  const paths = Object.keys(exports).filter(
    (path) => !path.endsWith('.json') && !path.startsWith('./types/'),
  );
  return paths.map((path) => join(name, path));
}

async function linkDependencies(source: string, manifest: Manifest, directory: string): Promise<void> {
  for (const name of Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies })) {
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
