const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as HTML, also inside an attribute in double quotes. */
export function escape(text: string): string {
  return text.replaceAll(/[&<>"]/g, (character) => entities[character]!);
}

/** The text of HTML. */
export function plain(html: string): string {
  const named = Object.entries(entities).map(([character, entity]) => [entity, character]);
  const known = new Map(named as [string, string][]);
  return html
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&#x([\da-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll(/&\w+;/g, (entity) => known.get(entity) ?? entity);
}

/** A table; cells are HTML, the first of each row is its heading. */
export function table(titles: string[], rows: string[][]): string {
  const head = titles.map((title) => `<th scope="col">${title}</th>`).join('');
  const body = rows.map(
    ([first = '', ...rest]) =>
      `<tr><th scope="row">${first}</th>${rest.map((cell) => `<td>${cell}</td>`).join('')}</tr>`,
  );
  return scrollable(`<table><thead><tr>${head}</tr></thead><tbody>${body.join('\n')}</tbody></table>`);
}

/** What may be wider than the page, and is moved by keyboard as well. */
export function scrollable(content: string): string {
  return `<div class="scroll" role="group" aria-label="Table" tabindex="0">${content}</div>\n`;
}
