import pixelmatch from 'pixelmatch';
import sharp from 'sharp';
import type { Sheet, StateBox } from './take-sheet.ts';

/** How far a pixel's colour may be off: 0 to 1, in pixelmatch's measure. */
export const colorTolerance = 0.02;
/** How many pixels of a state may be off further. */
export const pixelTolerance = 8;

/** How a sheet differs from the accepted one. */
export interface Difference {
  /** In words, a state each, or why nothing can be compared. */
  words: string[];
  /** PNG: what differs in red, where both have the same size. */
  picture?: Buffer;
}

interface Pixels {
  data: Uint8Array;
  width: number;
  height: number;
}

/** Compares a sheet with what was accepted; undefined where it is the same within the tolerances. */
export async function compareSheet(sheet: Sheet, accepted: Uint8Array): Promise<Difference | undefined> {
  const [actual, expected] = await Promise.all([sheet.image, accepted].map(pixelsOf));
  if (!actual || !expected) return undefined;
  if (actual.width !== expected.width || actual.height !== expected.height) {
    const [now, before] = [actual, expected].map(({ width, height }) => `${width} × ${height}`);
    return { words: [`the sheet is ${now} pixels large and was ${before}`] };
  }
  const { width, height } = actual;
  const marked = new Uint8Array(width * height * 4);
  const options = { threshold: colorTolerance, includeAA: true, diffMask: true };
  if (pixelmatch(expected.data, actual.data, marked, width, height, options) === 0) return undefined;
  const words = differingStates(sheet.states, { data: marked, width, height });
  if (words.length === 0) return undefined;
  return {
    words,
    picture: await sharp(marked, { raw: { width, height, channels: 4 } })
      .png()
      .toBuffer(),
  };
}

async function pixelsOf(image: Uint8Array): Promise<Pixels> {
  const { data, info } = await sharp(image).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

function differingStates(states: StateBox[], marked: Pixels): string[] {
  return states
    .map((box) => ({ box, count: countMarked(marked, box) }))
    .filter(({ count }) => count > pixelTolerance)
    .map(({ box, count }) => `“${box.widget}: ${box.state}” differs in ${count} pixels`);
}

function countMarked({ data, width }: Pixels, box: StateBox): number {
  let count = 0;
  for (let y = box.top; y < box.top + box.height; y++) {
    for (let x = box.left; x < box.left + box.width; x++) if (data[(y * width + x) * 4 + 3]) count++;
  }
  return count;
}
