import type { Browser } from 'puppeteer-core';
import { openGallery } from '../gallery-server.ts';
import { widgetsIn } from './still-page.ts';
import { takeSheet, type Sheet } from './take-sheet.ts';
import { everyView, type View } from './views.ts';

const pagesAtOnce = 3;

interface SheetsOptions {
  browser: Browser;
  wanted: (view: View) => boolean;
  /** Told of each sheet as it comes; `again` takes it once more. */
  onSheet: (sheet: Sheet, again: () => Promise<Sheet>) => Promise<void>;
}

/** Takes the sheets of all wanted views of the widgets that the gallery has. */
export async function takeSheets({ browser, wanted, onSheet }: SheetsOptions): Promise<void> {
  const gallery = await openGallery();
  try {
    const pages = await Promise.all(Array.from({ length: pagesAtOnce }, () => browser.newPage()));
    const views = everyView(await widgetsIn(pages[0]!, gallery.url)).filter(wanted);
    await Promise.all(
      pages.map(async (page) => {
        for (let view = views.shift(); view; view = views.shift()) {
          const take = takeSheet.bind(undefined, page, gallery.url, view);
          await onSheet(await take(), take);
        }
        await page.close();
      }),
    );
  } finally {
    gallery.close();
  }
}
