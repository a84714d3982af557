import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { installTemplates, RegistryUnreachable } from '../../src/packed/fresh-workspace.ts';

it('tells a registry that cannot be reached from a project that cannot be installed', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'wee5-unreachable-'));
  onTestFinished(() => rm(directory, { recursive: true }));
  // The environment of a script has the user's registry, which wins over a file.
  vi.stubEnv('npm_config_registry', 'http://127.0.0.1:9/');
  vi.stubEnv('npm_config_fetch_retries', '0');
  onTestFinished(() => void vi.unstubAllEnvs());
  const install = (more: object = {}) =>
    installTemplates(directory, { names: ['script-tag'], packed: [], ...more });
  await expect(install()).rejects.toBeInstanceOf(RegistryUnreachable);

  const missing = { name: '@wee5/widgets', source: '', tarball: join(directory, 'missing.tgz') };
  await expect(install({ packed: [missing] })).rejects.not.toBeInstanceOf(RegistryUnreachable);
}, 60_000);
