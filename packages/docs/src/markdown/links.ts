import { existsSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path/posix';
import { rootFrom } from '../page.ts';
import { projectRoot, repository } from '../project.ts';

/** A Markdown file on its way to a page. */
export interface Source {
  /** From the project's root: `docs/engine.md`. */
  file: string;
  /** The page that it becomes: `guides/engine.html`. */
  path: string;
}

/** A page that others link to. */
export interface Linked {
  path: string;
  name: string;
}

/** Turns a file's relative addresses into those of its page. */
export interface Links {
  /** Of another page, or of a file in the repository. */
  toPage(href: string): string;
  /** What the page behind an address is called; undefined for one that is no page here. */
  nameOf(href: string): string | undefined;
  /** Of a picture, which the site then has. */
  toPicture(href: string): string;
}

/**
 * @param pages - which file becomes which page
 * @param onPicture - hears of every picture, by its file from the project's root
 */
export function createLinks(
  { file, path }: Source,
  pages: ReadonlyMap<string, Linked>,
  onPicture: (file: string) => void,
): Links {
  const root = rootFrom(path);
  const fileOf = (href: string) => {
    const target = normalize(join(dirname(file), decodeURI(href))).replace(/\/$/, '');
    if (!existsSync(join(projectRoot, target)))
      throw new Error(`${file} links to ${href}, which is not there.`);
    return target;
  };
  return {
    toPage(href) {
      if (isAbsolute(href)) return href;
      const [, target = '', hash = ''] = /^([^#]*)(#.*)?$/.exec(href) ?? [];
      const wanted = fileOf(target);
      const page = pages.get(wanted);
      return page === undefined ? `${repository}/blob/main/${wanted}${hash}` : root + page.path + hash;
    },
    nameOf: (href) => (isAbsolute(href) ? undefined : pages.get(fileOf(href.replace(/#.*/, '')))?.name),
    toPicture(href) {
      if (isAbsolute(href)) return href;
      const picture = fileOf(href);
      onPicture(picture);
      return `${root}assets/${relative(dirname(picture), picture)}`;
    },
  };
}

function isAbsolute(href: string): boolean {
  return /^(#|[a-z][a-z+.-]*:)/i.test(href);
}
