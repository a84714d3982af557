import pixelmatch from 'pixelmatch';
import sharp from 'sharp';
import type { Page } from 'puppeteer-core';

/** What a widget looks like: its bytes and size. */
export interface Picture {
  data: Uint8Array;
  width: number;
  height: number;
}

/** A picture of one element, without what is behind its corners. */
export async function pictureOf(page: Page, find: string): Promise<Picture> {
  const handle = await page.evaluateHandle(find);
  const element = handle.asElement();
  if (!element) throw new Error(`There is no element: ${find}`);
  const png = await (element as unknown as { screenshot: () => Promise<Uint8Array> }).screenshot();
  const { data, info } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

/** How many points of two pictures differ; all of them where the sizes do. */
export function differences(one: Picture, other: Picture): number {
  const { width, height } = one;
  if (width !== other.width || height !== other.height) return width * height;
  return pixelmatch(one.data, other.data, undefined, width, height, { threshold: 0.1 });
}
