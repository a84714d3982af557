import { globSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path/posix';
import { describe, expect, it } from 'vitest';
import { buildSite } from '../src/build-site.ts';
import { createLinks } from '../src/markdown/links.ts';
import { findGuides } from '../src/pages/guides.ts';
import { projectRoot } from '../src/project.ts';
import { pagesOf } from './support/open-site.ts';

const site = await buildSite();
const pages = pagesOf(site);
const html = (path: string) => String(site.get(path));
const attributes = (text: string, name: string) =>
  [...text.matchAll(new RegExp(`\\s${name}="([^"]+)"`, 'g'))].map(([, value = '']) => value);
const outside = /^[a-z]+:/;

describe.each(pages)('%s', (path) => {
  it('links to nothing that is not there', () => {
    const broken = attributes(html(path), 'href').filter((href) => {
      if (outside.test(href)) return false;
      const [target = '', hash] = href.split('#');
      const name = target === '' ? path : normalize(join(dirname(path), target));
      const content = site.get(name);
      return (
        content === undefined || (hash !== undefined && !attributes(String(content), 'id').includes(hash))
      );
    });
    expect(broken).toEqual([]);
  });

  it('loads nothing from elsewhere, and nothing that is not there', () => {
    const tags = html(path).match(/<(?:script|img|link|source)\b[^>]*>/g) ?? [];
    const loaded = tags.flatMap((tag) => ['src', 'srcset', 'href'].flatMap((name) => attributes(tag, name)));
    const missing = loaded.filter((address) => !site.has(normalize(join(dirname(path), address))));
    expect(missing).toEqual([]);
  });

  it('has one heading of its own, a description, and no id twice', () => {
    expect(html(path).match(/<h1[ >]/g)).toHaveLength(1);
    expect(/<meta name="description" content="([^"]*)"/.exec(html(path))?.[1]).toMatch(/\S.*\.$/);
    const ids = attributes(html(path), 'id');
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });
});

it('has every guide as a page', () => {
  const files = findGuides().map(({ file }) => file);
  expect(files).toEqual(expect.arrayContaining(globSync('docs/*.md', { cwd: projectRoot })));
  expect(pages).toEqual(expect.arrayContaining(findGuides().map(({ path }) => path)));
});

it('is not built with a link to a file that is gone', () => {
  const links = createLinks({ file: 'docs/a.md', path: 'guides/a.html' }, new Map(), () => {});
  expect(() => links.toPage('../api/gone.ts')).toThrow(
    'docs/a.md links to ../api/gone.ts, which is not there.',
  );
});
