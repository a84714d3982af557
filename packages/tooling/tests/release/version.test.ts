import { execFileSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { cp, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publicPackages, readManifest, type Manifest } from '../../src/packed/pack.ts';
import { projectRoot, toolPath } from '../../src/tools.ts';

let copy: string;
let names: string[];

/** What `changeset version` makes of a copy of the project, which has nothing but what it reads. */
beforeAll(async () => {
  copy = await mkdtemp(join(tmpdir(), 'wee5-release-'));
  const read = [
    'package.json',
    'pnpm-workspace.yaml',
    '.changeset',
    '*/package.json',
    '{packages,examples}/*/package.json',
  ];
  for (const path of globSync(read, { cwd: projectRoot, exclude: ['node_modules/**'] }))
    await cp(join(projectRoot, path), join(copy, path), { recursive: true });
  await symlink(join(projectRoot, 'node_modules'), join(copy, 'node_modules'));
  names = (await publicPackages()).map((directory) => directory.split('/').at(-1) ?? '');
  execFileSync('git', ['init', '--quiet'], { cwd: copy });
  execFileSync(process.execPath, [toolPath('@changesets/cli', 'changeset'), 'version'], { cwd: copy });
}, 60_000);
afterAll(() => rm(copy, { recursive: true }));

const manifestOf = (name: string) =>
  readManifest(join(copy, 'packages', name)) as Promise<Manifest & { version: string }>;
const sentences = globSync('.changeset/*.md', { cwd: projectRoot }).map((path) =>
  readFileSync(join(projectRoot, path), 'utf8')
    .split('---\n')
    .at(-1)
    ?.trim()
    .replaceAll(/\s*\n\s*/g, ' '),
);

describe('the next release', () => {
  it('gives all public packages one new version, which they ask each other for', async () => {
    const manifests = await Promise.all(names.map(manifestOf));
    const [version] = manifests.map((manifest) => manifest.version);
    expect(version).not.toBe(
      ((await readManifest(join(projectRoot, 'packages/client'))) as { version?: string }).version,
    );
    expect(new Set(manifests.map((manifest) => manifest.version)).size).toBe(1);
    const { dependencies } = await manifestOf('react');
    expect(dependencies?.['@wee5/widgets']).toBe('workspace:^');
  });

  it('leaves the private packages alone', async () => {
    for (const name of ['api', 'supabase', 'packages/tooling'])
      expect(await readManifest(join(copy, name))).toEqual(await readManifest(join(projectRoot, name)));
  });

  it('writes a changelog of sentences for users, each as it stands in its changeset', () => {
    const told = new Set<string>();
    for (const name of names) {
      const lines = readFileSync(join(copy, 'packages', name, 'CHANGELOG.md'), 'utf8').split('\n');
      const [title, ...rest] = lines.filter(Boolean);
      expect(title).toBe(`# @wee5/${name}`);
      for (const line of rest.filter((one) => !one.startsWith('#'))) {
        expect(
          sentences.map((sentence) => `- ${sentence}`),
          line,
        ).toContain(line);
        told.add(line.slice(2));
      }
    }
    expect(told).toEqual(new Set(sentences));
  });
});
