import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { installTemplates, RegistryUnreachable } from '../../src/packed/fresh-workspace.ts';

it('tells a registry that cannot be reached from a project that cannot be installed', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'wee5-unreachable-'));
  onTestFinished(() => rm(directory, { recursive: true }));
  await writeFile(join(directory, '.npmrc'), 'registry=http://127.0.0.1:9/\nfetch-retries=0\n');
  const install = (more: object = {}) =>
    installTemplates(directory, { names: ['script-tag'], packed: [], ...more });
  await expect(install()).rejects.toBeInstanceOf(RegistryUnreachable);

  const missing = { name: '@wee5/widgets', source: '', tarball: join(directory, 'missing.tgz') };
  await expect(install({ packed: [missing] })).rejects.not.toBeInstanceOf(RegistryUnreachable);
}, 60_000);
