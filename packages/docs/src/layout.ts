import { escape } from './html.ts';
import { contents, navigation } from './navigation.ts';
import { rootFrom, type Page } from './page.ts';
import { repository } from './project.ts';

const mark = `<svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true"><circle cx="12" cy="12" r="9" class="track"/><circle cx="12" cy="12" r="9" class="done" pathLength="100"/></svg>`;
const menuIcon = `<svg class="icon" viewBox="0 0 16 16" aria-hidden="true"><path d="M2 4.5h12M2 8h12M2 11.5h12"/></svg>`;

/** Before anything is painted: the theme that the reader chose the last time. */
const rememberTheme = `try{const t=localStorage.getItem('wee5-docs-theme');if(t)document.documentElement.dataset.theme=t}catch{}`;

/** A page as a whole document. */
export function layOut(page: Page, pages: readonly Page[]): string {
  const root = rootFrom(page.path);
  const title = page.path === 'index.html' ? 'Wee5: XP, levels and rewards for Whop' : `${page.title} – Wee5`;
  const scripts = ['site', ...(page.script ? [page.script] : [])];
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${escape(title)}</title>
    <meta name="description" content="${escape(page.description)}" />
    <meta name="color-scheme" content="light dark" />
    <script>${rememberTheme}</script>
    <link rel="icon" href="${root}assets/icon.svg" type="image/svg+xml" />
    <link rel="stylesheet" href="${root}assets/site.css" />
    ${scripts.map((name) => `<script type="module" src="${root}assets/${name}.js"></script>`).join('\n    ')}
  </head>
  <body class="${page.isWide ? 'wide' : ''}">
    <a class="skip" href="#main">Skip to the content</a>
    ${header(page, root)}
    <div class="columns">
      <nav id="navigation" popover aria-label="Pages">${navigation(page, pages)}</nav>
      <main id="main" tabindex="-1">${page.body}</main>
      ${contents(page)}
    </div>
    <footer class="site-footer"><p>MIT licensed. Everything here is on <a href="${repository}">GitHub</a>.</p></footer>
  </body>
</html>
`;
}

function header({ path }: Page, root: string): string {
  const link = (to: string, text: string, isCurrent = to === path) =>
    `<a href="${root}${to}"${isCurrent ? ' aria-current="page"' : ''}>${text}</a>`;
  return `<header class="site-header">
      <button class="menu" type="button" popovertarget="navigation" aria-label="Pages">${menuIcon}</button>
      <a class="home" href="${root}index.html">${mark}<span>Wee5</span></a>
      <div class="main-links">
        ${link('npm.html', 'Docs')}
        ${link('playground.html', 'Playground')}
        <a href="${repository}">GitHub</a>
      </div>
      <button class="theme" type="button" hidden></button>
    </header>`;
}
