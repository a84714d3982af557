import type { Picture } from './write-pictures.ts';

/** A page that shows the pictures which its four menus choose. */
export function indexPage(pictures: Picture[], groups: string[]): string {
  const inOrder = pictures.toSorted((a, b) => a.file.localeCompare(b.file, 'en', { numeric: true }));
  // "</script>" in a state's name would end the script.
  const data = JSON.stringify(inOrder).replaceAll('<', String.raw`\u003c`);
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Wee5 widgets: contact sheet</title>
<style>${style}</style>
<header>
  <label>Widget <select id="widget"></select></label>
  <label>State <select id="state"></select></label>
  <label>View <select id="view"></select></label>
  <details><summary>Sheets</summary>${groups.map((group) => `<a href="${group}.png">${group}</a>`).join(' ')}</details>
</header>
<main></main>
<script>const pictures = ${data};
${script}</script>
</html>
`;
}

const style = `
  body { margin: 0; font: 14px/20px system-ui, sans-serif; background: #f4f4f5; color: #18181b }
  header { position: sticky; top: 0; display: flex; flex-wrap: wrap; gap: 8px 16px; padding: 12px 16px; background: #fff; border-bottom: 1px solid #ddd }
  main { display: flex; flex-wrap: wrap; gap: 16px; align-items: flex-start; padding: 16px }
  figure { margin: 0 } figcaption { font-size: 12px; color: #52525b } img { display: block; max-width: 100% }
  details a { margin-inline-end: 12px }`;

const script = `
  const menus = ['widget', 'state', 'view'].map((id) => document.getElementById(id));
  const chosen = new URLSearchParams(location.hash.slice(1));
  for (const menu of menus) {
    menu.append(new Option('all', ''));
    for (const name of new Set(pictures.map((picture) => picture[menu.id]))) menu.append(new Option(name));
    menu.value = chosen.get(menu.id) ?? (menu.id === 'view' ? 'light.ltr.480' : '');
    menu.onchange = show;
  }
  show();
  function show() {
    location.hash = new URLSearchParams(menus.map(({ id, value }) => [id, value]));
    const shown = pictures.filter((picture) => menus.every(({ id, value }) => !value || picture[id] === value));
    document.querySelector('main').replaceChildren(...shown.map(({ file, view }) => {
      const figure = document.createElement('figure');
      const image = Object.assign(new Image(), { src: file, loading: 'lazy', alt: file });
      const caption = document.createElement('figcaption');
      caption.textContent = view;
      figure.append(caption, image);
      return figure;
    }));
  }`;
