import { escape } from './html.ts';
import { groups, rootFrom, type Page } from './page.ts';

/** Links to every page, group by group. */
export function navigation(current: Page, pages: readonly Page[]): string {
  const root = rootFrom(current.path);
  const link = ({ path, title }: Page) => {
    const mark = path === current.path ? ' aria-current="page"' : '';
    return `<li><a href="${root}${path}"${mark}>${escape(title)}</a></li>`;
  };
  return groups
    .map((group) => {
      const id = `group-${group.toLowerCase()}`;
      const links = pages.filter((page) => page.group === group).map(link);
      return `<p id="${id}">${group}</p><ul aria-labelledby="${id}">${links.join('')}</ul>`;
    })
    .join('');
}

/** Links to the headings of a page with more than two of them. */
export function contents({ headings, isWide }: Page): string {
  const shown = headings.filter(({ depth }) => depth === 2);
  if (isWide) return '';
  if (shown.length < 3) return '<div class="contents"></div>';
  const links = shown.map(({ id, text }) => `<li><a href="#${id}">${text}</a></li>`).join('');
  return `<nav class="contents" aria-label="On this page"><p>On this page</p><ul>${links}</ul></nav>`;
}
