import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../src/tools.ts';

const readme = readFileSync(join(projectRoot, 'README.md'), 'utf8');
const manifest = (directory: string) =>
  JSON.parse(readFileSync(join(projectRoot, directory, 'package.json'), 'utf8')) as {
    name: string;
    scripts?: Record<string, string>;
  };

describe('the README', () => {
  it('is short enough to be read', () => {
    expect(readme.trimEnd().split('\n').length).toBeLessThanOrEqual(120);
  });

  it('names commands that exist', () => {
    const commands = [...readme.matchAll(/npx pnpm@10 ([\w:]+)/g)].map(([, command]) => command ?? '');
    expect(commands).toContain('dev');
    expect(Object.keys(manifest('.').scripts ?? {})).toEqual(expect.arrayContaining(commands));
  });

  it('links to what is there', () => {
    const links = [...readme.matchAll(/\]\(([^)#]+)\)|(?:src|srcset)="(docs[^"]+)"/g)].map(
      ([, link, picture]) => link ?? picture ?? '',
    );
    expect(links.length).toBeGreaterThan(8);
    for (const link of links) expect(existsSync(join(projectRoot, link)), link).toBe(true);
  });

  it('has every package in its table', () => {
    const directories = [
      ...readdirSync(join(projectRoot, 'packages')).map((name) => `packages/${name}`),
      'api',
      'supabase',
    ];
    for (const directory of directories) {
      expect(readme).toContain(`| [\`${manifest(directory).name}\`](${directory})`);
    }
  });
});
