/** A heading that a page's list of contents leads to. */
export interface Heading {
  depth: 2 | 3;
  id: string;
  /** HTML. */
  text: string;
}

/** The parts of the site, in the order of its navigation. */
export const groups = ['Start', 'Widgets', 'Client', 'Guides', 'Operate'] as const;

export type Group = (typeof groups)[number];

/** A page of the site. */
export interface Page {
  /** Where it is, from the site's root: `widgets/rank-card.html`. */
  path: string;
  /** Plain text; names the window and the link in the navigation. */
  title: string;
  /** Plain text, one sentence; for search engines and previews. */
  description: string;
  group: Group;
  /** HTML, with its `h1`. */
  body: string;
  headings: Heading[];
  /** Without the navigation beside it. */
  isWide?: boolean;
  /** The browser's part, a module of `browser/`, without `.ts`. */
  script?: 'demo' | 'home' | 'playground';
}

/** What leads from a page back to the site's root: the site may lie anywhere. */
export function rootFrom(path: string): string {
  return '../'.repeat(path.split('/').length - 1) || './';
}
