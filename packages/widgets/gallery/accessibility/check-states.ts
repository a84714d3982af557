import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'puppeteer-core';
import { axeOptions } from '../../testing/axe-options.ts';
import { openStill, widgetsIn } from '../contact-sheet/still-page.ts';
import { openGallery } from '../gallery-server.ts';
import { settings, type Setting } from './settings.ts';

/** What axe said about one state of a widget in one setting. */
export interface Checked {
  widget: string;
  state: string;
  setting: string;
  /** The rules that had something to look at and held. */
  passed: string[];
  /** `rule: markup` */
  violations: string[];
  /** The rules that axe could not decide. */
  undecided: string[];
}

/** Runs axe over every state of every widget in every setting. */
export async function checkStates(browser: Browser): Promise<Checked[]> {
  const gallery = await openGallery();
  try {
    const page = await browser.newPage();
    const widgets = await widgetsIn(page, gallery.url);
    const checked: Checked[] = [];
    for (const widget of widgets) {
      for (const setting of settings) {
        checked.push(...(await checkWidget({ page, gallery: gallery.url, widget, setting })));
      }
    }
    await page.close();
    return checked;
  } finally {
    gallery.close();
  }
}

interface WidgetInSetting {
  page: Page;
  gallery: string;
  widget: string;
  setting: Setting;
}

async function checkWidget({ page, gallery, widget, setting }: WidgetInSetting): Promise<Checked[]> {
  const { query, media } = setting;
  await openStill(page, gallery, { query: { widget, ...query }, media, width: 1_600 });
  await page.evaluate(await axeSource());
  const results = (await page.evaluate(runAxe)) as Omit<Checked, 'widget' | 'setting'>[];
  return results.map((result) => ({ widget, setting: setting.name, ...result }));
}

async function axeSource(): Promise<string> {
  return readFile(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
}

/** One run for the whole page, which is much faster than one each; then every node goes to the state it is in. */
const runAxe = `(async () => {
  (await gallery.still).thaw();
  const options = { ...${JSON.stringify(axeOptions)}, elementRef: true };
  const { passes, violations, incomplete } = await axe.run('figure > :not(figcaption)', options);
  const figureOf = (node) => node.closest('figure') ?? figureOf(node.getRootNode().host);
  const within = (figure, results) =>
    results.flatMap(({ id, nodes }) =>
      nodes.filter(({ element }) => figureOf(element) === figure).map(({ html }) => ({ id, html })),
    );
  const rules = (found) => [...new Set(found.map(({ id }) => id))];
  return [...document.querySelectorAll('figure')].map((figure) => ({
    state: figure.dataset.state,
    passed: rules(within(figure, passes)),
    undecided: rules(within(figure, incomplete)),
    violations: within(figure, violations).map(({ id, html }) => id + ': ' + html),
  }));
})()`;
