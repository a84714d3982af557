import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLinks, type Source } from '../markdown/links.ts';
import { renderMarkdown } from '../markdown/render.ts';
import type { Group, Page } from '../page.ts';
import { projectRoot } from '../project.ts';

interface Guide extends Source {
  group: Group;
  /** In the navigation, where the heading is too long for it. */
  name?: string;
}

/** What stands at a place of its own; every other file of `docs/` is a guide. */
const placed: Guide[] = [
  { file: 'docs/script-tag.md', path: 'script-tag.html', group: 'Start' },
  { file: 'packages/widgets/README.md', path: 'npm.html', group: 'Start', name: 'npm and HTML' },
  { file: 'packages/react/README.md', path: 'react.html', group: 'Start', name: 'React' },
  { file: 'docs/pictures.md', path: 'pictures.html', group: 'Start', name: 'Pictures' },
  { file: 'packages/client/README.md', path: 'client.html', group: 'Client', name: 'The client' },
  ...operate('deploy', 'integrity', 'records', 'performance', 'release', 'sizes'),
];

function operate(...names: string[]): Guide[] {
  return names.map((name) => ({ file: `docs/${name}.md`, path: `operate/${name}.html`, group: 'Operate' }));
}

/** Short names for the navigation, by the file's own. */
const names: Record<string, string> = {
  configuration: 'Configuration',
  deploy: 'Deploy',
  integrity: 'Integrity',
  records: 'Records',
  performance: 'Performance',
  accessibility: 'Accessibility',
  engine: 'The XP engine',
};

/** Every Markdown file that becomes a page, by its place from the project's root. */
export function findGuides(): Guide[] {
  const known = new Set(placed.map(({ file }) => file));
  const others = globSync('docs/*.md', { cwd: projectRoot })
    .filter((file) => !known.has(file))
    .toSorted()
    .map((file): Guide => ({
      file,
      path: file.replace('docs/', 'guides/').replace(/md$/, 'html'),
      group: 'Guides',
    }));
  return [...placed, ...others];
}

/**
 * @param onPicture - hears of every picture that the pages show, by its file from the project's root
 */
export function guidePages(onPicture: (file: string) => void): Page[] {
  const guides = findGuides().map((guide) => {
    const text = readFileSync(join(projectRoot, guide.file), 'utf8');
    return {
      ...guide,
      text,
      name: guide.name ?? names[guide.file.replace(/^docs\/|\.md$/g, '')] ?? headingOf(text),
    };
  });
  const linked = new Map(guides.map((guide) => [guide.file, guide]));
  return guides.map((guide) => {
    const { description, html, headings } = renderMarkdown(guide.text, createLinks(guide, linked, onPicture));
    return { path: guide.path, title: guide.name, description, group: guide.group, body: html, headings };
  });
}

function headingOf(text: string): string {
  return /^# (.+)$/m.exec(text)?.[1] ?? '';
}
