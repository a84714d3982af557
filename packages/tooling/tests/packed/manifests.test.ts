import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { publicPackages, readManifest } from '../../src/packed/pack.ts';

const directories = await publicPackages();
const manifests = await Promise.all(directories.map(readManifest));

it('publishes the contract, the client, the widgets and the components for React', () => {
  expect(manifests.map(({ name }) => name).toSorted()).toEqual([
    '@wee5/client',
    '@wee5/contract',
    '@wee5/react',
    '@wee5/widgets',
  ]);
});

describe.each(directories)('%s', (directory) => {
  it('has a README of at most 150 lines', () => {
    const readme = readFileSync(join(directory, 'README.md'), 'utf8');
    expect(readme.trimEnd().split('\n').length).toBeLessThanOrEqual(150);
    expect(readme).toMatch(/^# @wee5\//);
  });

  it('ships nothing but what the build wrote and its history', async () => {
    const manifest = await readManifest(directory);
    expect(manifest).toMatchObject({ license: 'MIT', type: 'module' });
    const shipped = (manifest as { files?: string[] }).files?.filter((name) => !name.startsWith('!dist/'));
    expect(shipped).toEqual(['dist', 'CHANGELOG.md']);
    expect(existsSync(join(directory, 'tsconfig.build.json'))).toBe(true);
  });
});
