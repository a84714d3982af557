import { Marked, type MarkedExtension, type Tokens } from 'marked';
import { highlight } from '../highlight.ts';
import { escape, plain, scrollable } from '../html.ts';
import type { Heading } from '../page.ts';
import type { Links } from './links.ts';
import { createSlugs } from './slugs.ts';

export interface Rendered {
  /** The first heading, as plain text. */
  title: string;
  /** The first paragraph, as plain text. */
  description: string;
  html: string;
  headings: Heading[];
}

/** A whole document of Markdown, as GitHub understands it. */
export function renderMarkdown(text: string, links: Links): Rendered {
  const headings: Heading[] = [];
  const marked = new Marked(renderers(links, headings));
  const html = marked.parse(text, { async: false });
  const [, title = ''] = /<h1[^>]*>(.*?)<\/h1>/s.exec(html) ?? [];
  const [, description = ''] = /<p>(.*?)<\/p>/s.exec(html) ?? [];
  return { title: plain(title), description: firstSentence(plain(description)), html, headings };
}

const alone: Links = { toPage: (href) => href, toPicture: (href) => href, nameOf: () => undefined };
const inline = new Marked(renderers(alone, []));

/** A line of Markdown inside something else: `code`, links, emphasis. */
export function renderLine(text: string): string {
  return inline.parseInline(text, { async: false });
}

function firstSentence(text: string): string {
  return (/^.*?[.:](?=\s|$)/s.exec(text)?.[0] ?? text).replaceAll(/\s+/g, ' ').replace(/:$/, '.');
}

function renderers(links: Links, headings: Heading[]): MarkedExtension {
  const slug = createSlugs();
  return {
    renderer: {
      heading({ tokens, depth }) {
        const text = this.parser.parseInline(tokens);
        const id = slug(plain(text));
        if (depth === 2 || depth === 3) headings.push({ depth, id, text });
        return headingHtml(depth, id, text);
      },
      code: ({ text, lang = '' }: Tokens.Code) => highlight(text, lang.split(/\s/)[0]),
      table(token) {
        const row = (cells: Tokens.TableCell[]) =>
          this.tablerow({ text: cells.map((cell) => this.tablecell(cell)).join('') });
        const body = token.rows.map(row).join('');
        return scrollable(`<table><thead>${row(token.header)}</thead><tbody>${body}</tbody></table>`);
      },
      link({ href, tokens, title }) {
        const named = title ? ` title="${escape(title)}"` : '';
        const text = this.parser.parseInline(tokens);
        // A file's name is of no use to whoever reads pages.
        const words = /^[\w/.-]+\.md$/.test(text) ? (links.nameOf(href) ?? text) : text;
        return `<a href="${escape(links.toPage(href))}"${named}>${words}</a>`;
      },
      image: ({ href, text }) => `<img src="${escape(links.toPicture(href))}" alt="${escape(text)}" />`,
      html: ({ text }: Tokens.HTML | Tokens.Tag) =>
        text.replaceAll(
          /\b(src|srcset)="([^"]+)"/g,
          (_, name: string, href: string) => `${name}="${links.toPicture(href)}"`,
        ),
    },
  };
}

/** A heading that can be linked to. */
export function headingHtml(depth: number, id: string, text: string): string {
  if (depth === 1) return `<h1 id="${id}">${text}</h1>\n`;
  return `<h${depth} id="${id}"><a class="anchor" href="#${id}">${text}</a></h${depth}>\n`;
}
