import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot, run, toolPath } from '../tools.ts';
import type { PackedPackage } from './pack.ts';

const tooling = join(projectRoot, 'packages', 'tooling');

/** What a check of the packed packages found wrong, in one line; undefined for nothing. */
export type Complaint = string | undefined;

/** Imports every entry with the oldest Node that has to work, and compiles against every declaration. */
export async function checkConsumer(directory: string): Promise<Complaint[]> {
  // pnpm names the Node that started it.
  const node = process.env['npm_node_execpath'] ?? process.execPath;
  const imports = await run(node, [join(directory, 'consumer.mjs')]);
  const types = await run(process.execPath, [toolPath('typescript', 'tsc'), '-p', directory]);
  return [
    imports === 0 ? undefined : `a packed package cannot be imported by ${node}`,
    types === 0 ? undefined : 'the type declarations of a packed package do not hold',
  ];
}

/** What publint and Are The Types Wrong find in a package that is published as modules alone. */
export async function checkTarball({ name, tarball }: PackedPackage): Promise<Complaint[]> {
  const publint = await runTool('publint', 'publint', ['run', tarball, '--strict']);
  const types = await runTool('@arethetypeswrong/cli', 'attw', [tarball, '--profile', 'esm-only', '--quiet']);
  return [
    publint === 0 ? undefined : `publint complains about ${name}`,
    types === 0 ? undefined : `attw complains about ${name}`,
  ];
}

/** What npm shows of a package, and what proves where it was built, must be in it; what only pnpm reads must not. */
export async function checkManifest({ name }: PackedPackage, consumer: string): Promise<Complaint[]> {
  const installed = join(consumer, 'node_modules', name);
  const text = await readFile(join(installed, 'package.json'), 'utf8');
  const manifest = JSON.parse(text) as Record<string, unknown>;
  const fields = ['description', 'keywords', 'homepage', 'repository', 'license'];
  const missing = [
    ...fields.filter((field) => !manifest[field]),
    ...['README.md', 'LICENSE'].filter((file) => !existsSync(join(installed, file))),
  ];
  return [
    /"(workspace|catalog):/.test(text) ? `${name} is packed with a version that only pnpm knows` : undefined,
    missing.length > 0 ? `${name} is packed without ${missing.join(', ')}` : undefined,
  ];
}

function runTool(name: string, command: string, options: string[]): Promise<number> {
  return run(process.execPath, [toolPath(name, command, tooling), ...options]);
}
