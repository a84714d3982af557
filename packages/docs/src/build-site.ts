import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { buildAssets } from './assets.ts';
import { clientPage } from './client/client-page.ts';
import { readClientApi } from './client/read-api.ts';
import { layOut } from './layout.ts';
import { homePage } from './pages/home.ts';
import { guidePages } from './pages/guides.ts';
import type { Page } from './page.ts';
import { playgroundPage } from './playground/playground-page.ts';
import { projectRoot } from './project.ts';
import { allWidgets } from './widgets/all-widgets.ts';
import { widgetPage } from './widgets/widget-page.ts';

/** The files of a site, by their paths from its root. */
export type Site = Map<string, string | Uint8Array>;

/** The whole site in memory. */
export async function buildSite(): Promise<Site> {
  const pictures = new Set<string>();
  const pages = createPages((file) => pictures.add(file));
  const site: Site = await buildAssets();
  for (const page of pages) site.set(page.path, layOut(page, pages));
  for (const file of pictures) site.set(`assets/${basename(file)}`, await readFile(join(projectRoot, file)));
  return site;
}

/**
 * Every page, in the order of the navigation.
 * @param onPicture - hears of every picture that they show, by its file from the project's root
 */
export function createPages(onPicture: (file: string) => void): Page[] {
  const widgets = allWidgets();
  const pages = [
    ...guidePages(onPicture),
    ...widgets.map(widgetPage),
    playgroundPage(widgets),
    clientPage(readClientApi()),
  ];
  return [homePage(pages), ...pages];
}
