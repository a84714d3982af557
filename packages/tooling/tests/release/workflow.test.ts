import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { publicPackages, readManifest } from '../../src/packed/pack.ts';
import { projectRoot } from '../../src/tools.ts';

const read = (path: string) => readFileSync(join(projectRoot, path), 'utf8');
const workflow = read('.github/workflows/release.yml');
const guide = read('docs/release.md');

it('releases only what CI has tested, with proof of where it was built', () => {
  const ci = /^name: (.*)$/m.exec(read('.github/workflows/ci.yml'))?.[1];
  expect(workflow).toContain(`workflows: [${ci}]`);
  expect(workflow).toContain(`workflow_run.conclusion == 'success'`);
  expect(workflow).toContain('ref: ${{ github.event.workflow_run.head_sha }}');
  expect(workflow).toContain('id-token: write');
  expect(workflow).toContain('NPM_CONFIG_PROVENANCE: true');
});

it('runs scripts that exist', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  const run = [...workflow.matchAll(/pnpm run (\S+)/g)].map(([, name]) => name);
  expect(run).toHaveLength(2);
  expect(Object.keys(scripts)).toEqual(expect.arrayContaining(run));
});

it('has a guide of at most 60 lines that names every public package', async () => {
  expect(guide.trimEnd().split('\n').length).toBeLessThanOrEqual(60);
  for (const directory of await publicPackages())
    expect(guide).toContain(`\`${(await readManifest(directory)).name}\``);
  for (const [, link = ''] of guide.matchAll(/\]\(([^)]+)\)/g))
    expect(existsSync(join(projectRoot, 'docs', link)), link).toBe(true);
});

it('releases every public package from one repository, named in each', async () => {
  const manifests = await Promise.all((await publicPackages()).map(readManifest));
  const urls = manifests.map((manifest) => (manifest as { repository?: { url?: string } }).repository?.url);
  expect(new Set(urls)).toEqual(new Set([expect.stringMatching(/^git\+https:\/\/github\.com\/.*\.git$/)]));
});
