import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../tools.ts';
import { pnpm, type PackedPackage } from './pack.ts';

const templates = join(projectRoot, 'packages', 'tooling', 'fresh-projects');

/** No way to the registry, by pnpm's and the system's names for it. */
const unreachable =
  /ENOTFOUND|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EAI_AGAIN|ENETUNREACH|ERR_SOCKET_TIMEOUT|META_FETCH_FAIL/;

/** Nothing is wrong with the packages: the registry could not be reached. */
export class RegistryUnreachable extends Error {
  override readonly name = 'RegistryUnreachable';
}

/**
 * Installs these templates into `directory` with the packed packages in the place of what the registry has: one
 * install for all, each with nothing but its own dependencies, in the versions of `versions.json` unless it has its own.
 */
export async function installTemplates(
  directory: string,
  { names, packed, from = templates }: { names: string[]; packed: PackedPackage[]; from?: string },
): Promise<void> {
  await mkdir(directory, { recursive: true });
  for (const name of names) await cp(join(from, name), join(directory, name), { recursive: true });
  await writeFile(join(directory, 'package.json'), '{ "private": true }');
  await writeFile(join(directory, 'pnpm-workspace.yaml'), await workspaceOf(names, packed));
  try {
    // In CI pnpm asks for a lockfile, which a fresh project has not.
    await pnpm(['install', '--prefer-offline', '--no-frozen-lockfile'], { cwd: directory });
  } catch (error) {
    throw unreachable.test(String(error)) ? new RegistryUnreachable(String(error)) : error;
  }
}

/** JSON is YAML. */
async function workspaceOf(names: string[], packed: PackedPackage[]): Promise<string> {
  const catalog = JSON.parse(await readFile(join(templates, 'versions.json'), 'utf8')) as object;
  const overrides = Object.fromEntries(packed.map(({ name, tarball }) => [name, `file:${tarball}`]));
  return JSON.stringify({ packages: names, catalog, overrides, ignoredBuiltDependencies: ['sharp'] });
}
