import { execFileSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { rollup, type RollupOptions } from 'rollup';

export const packageDirectory = resolve(import.meta.dirname, '../..');
export const rootDirectory = resolve(packageDirectory, '../..');
const dist = join(packageDirectory, 'dist');

interface Manifest {
  name: string;
  dependencies?: Record<string, string>;
  publishConfig: { exports: object };
}

/** Builds the package as `pnpm build` does; returns its files by their paths. */
export async function buildPackage(): Promise<Map<string, string>> {
  await rm(dist, { recursive: true, force: true });
  const { default: all } = (await import(join(rootDirectory, 'rollup.config.mjs'))) as {
    default: RollupOptions[];
  };
  const options = all.find(({ input }) =>
    JSON.stringify(input).includes('packages/client/'),
  ) as RollupOptions;
  const bundle = await rollup(options);
  await bundle.write(options.output as Exclude<typeof options.output, undefined | unknown[]>);
  await bundle.close();
  const names = await readdir(dist, { recursive: true });
  const files = names.filter((name) => name.endsWith('.ts') || name.endsWith('.js'));
  return new Map(
    await Promise.all(files.map(async (name) => [name, await readFile(join(dist, name), 'utf8')] as const)),
  );
}

export async function readManifest(): Promise<Manifest> {
  return JSON.parse(await readFile(join(packageDirectory, 'package.json'), 'utf8')) as Manifest;
}

/** A project of a stranger with nothing but this package in it. */
export async function createConsumer(files: Record<string, string>): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'wee5-client-consumer-'));
  const installed = join(directory, 'node_modules/@wee5/client');
  await mkdir(installed, { recursive: true });
  await cp(dist, join(installed, 'dist'), { recursive: true });
  const { name, publishConfig, dependencies } = await readManifest();
  const manifest = { name, type: 'module', dependencies, ...publishConfig };
  await writeFile(join(installed, 'package.json'), JSON.stringify(manifest));
  await writeFile(join(directory, 'package.json'), JSON.stringify({ type: 'module' }));
  for (const [file, text] of Object.entries(files)) await writeFile(join(directory, file), text);
  return directory;
}

/** The compiler's complaints about a project, as strict as can be; empty for none. */
export function complaints(directory: string, compilerOptions: Record<string, unknown>): string {
  const options = {
    strict: true,
    skipLibCheck: false,
    noEmit: true,
    types: [],
    target: 'es2022',
    ...compilerOptions,
  };
  const flags = Object.entries(options).flatMap(([name, value]) =>
    Array.isArray(value) && value.length === 0 ? [`--${name}`, 'null'] : [`--${name}`, String(value)],
  );
  try {
    execFileSync(join(rootDirectory, 'node_modules/.bin/tsc'), [...flags, 'index.ts'], { cwd: directory });
    return '';
  } catch (error) {
    return String((error as { stdout: Buffer }).stdout);
  }
}
