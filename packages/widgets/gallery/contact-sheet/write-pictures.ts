import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp, { type OverlayOptions } from 'sharp';
import { indexPage } from './index-page.ts';
import type { Sheet } from './take-sheet.ts';

/** One state in one view, as the index shows it. */
export interface Picture {
  file: string;
  widget: string;
  state: string;
  /** Theme, direction and width, or the page. */
  view: string;
}

/** Writes what a run looks at: a picture of each state in each view, one of each group, and a page to browse. */
export class PictureFolder {
  readonly directory: string;
  readonly #sheets = new Map<string, Sheet[]>();
  readonly #pictures: Picture[] = [];

  constructor(directory: string) {
    this.directory = directory;
  }

  async empty(): Promise<void> {
    await rm(this.directory, { recursive: true, force: true });
    await mkdir(join(this.directory, 'states'), { recursive: true });
  }

  async add(sheet: Sheet): Promise<void> {
    const { group, name } = sheet.view;
    this.#sheets.set(group, [...(this.#sheets.get(group) ?? []), sheet]);
    await Promise.all(
      sheet.states.map(async ({ widget, state, ...box }) => {
        const view = name.replace(`${widget}.`, '');
        const file = `states/${slug(widget)}.${slug(state)}.${view}.png`;
        await sharp(sheet.image).extract(box).png(quick).toFile(join(this.directory, file));
        this.#pictures.push({ file, widget, state, view });
      }),
    );
  }

  /** @returns how many pictures of states there are */
  async finish(): Promise<number> {
    for (const [group, sheets] of this.#sheets) await this.#compose(group, sheets);
    await writeFile(
      join(this.directory, 'index.html'),
      indexPage(this.#pictures, [...this.#sheets.keys()].toSorted()),
    );
    return this.#pictures.length;
  }

  /** The widths of a group below each other. */
  async #compose(group: string, sheets: Sheet[]): Promise<void> {
    const inOrder = sheets.toSorted((a, b) => a.view.width - b.view.width);
    const [layers, width, height] = await layersOf(inOrder.map(({ image }) => Buffer.from(image)));
    await sharp({ create: { width, height, channels: 3, background: '#888' } })
      .composite(layers)
      .png(quick)
      .toFile(join(this.directory, `${group}.png`));
  }
}

/** Pictures below each other, and how much room they take together. */
async function layersOf(images: Buffer[]): Promise<[OverlayOptions[], width: number, height: number]> {
  const layers: OverlayOptions[] = [];
  let [right, bottom] = [0, 0];
  for (const input of images) {
    const { width, height } = await sharp(input).metadata();
    layers.push({ input, left: 0, top: bottom });
    right = Math.max(right, width);
    bottom += height;
  }
  return [layers, right, bottom];
}

const quick = { compressionLevel: 3 };

function slug(words: string): string {
  return words.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '-');
}
