import type { Page } from 'puppeteer-core';
import { openStill, screenshot } from './still-page.ts';
import type { View } from './views.ts';

/** All states of a view in one picture. */
export interface Sheet {
  view: View;
  /** PNG */
  image: Uint8Array;
  states: StateBox[];
}

/** Where a state is in its sheet, in pixels. */
export interface StateBox {
  widget: string;
  state: string;
  left: number;
  top: number;
  width: number;
  height: number;
}

const gap = 24;
const columns: Record<number, number> = { 240: 6, 480: 3, 900: 2 };

export async function takeSheet(page: Page, gallery: string, view: View): Promise<Sheet> {
  const { width, media } = view;
  const query = { ...view.query, width: String(width) };
  await openStill(page, gallery, { query, media, width: (columns[width] ?? 1) * (width + gap) + gap });
  const states = (await page.evaluate(statesOnPage)) as StateBox[];
  return { view, states, image: await screenshot(page) };
}

const statesOnPage = `[...document.querySelectorAll('figure')].map((figure) => {
  const { widget, state } = figure.dataset;
  const { left, top, right, bottom } = figure.getBoundingClientRect();
  const [x, y] = [Math.floor(left) - 8, Math.floor(top + scrollY) - 8];
  return { widget, state, left: x, top: y, width: Math.ceil(right) + 8 - x, height: Math.ceil(bottom + scrollY) + 8 - y };
})`;
