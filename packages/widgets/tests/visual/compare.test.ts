import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { compareSheet, pixelTolerance } from '../../gallery/contact-sheet/compare.ts';
import type { Sheet } from '../../gallery/contact-sheet/take-sheet.ts';

const size = { width: 40, height: 20 };
const view = { name: 'card', group: 'card', width: 40, query: {}, compared: true };
const states = [
  { widget: 'card', state: 'left', left: 0, top: 0, width: 20, height: 20 },
  { widget: 'card', state: 'right', left: 20, top: 0, width: 20, height: 20 },
];

/** A grey sheet, of which the first pixels on the left have another brightness. */
async function sheet({ pixels = 0, brightness = 128, height = size.height } = {}): Promise<Sheet> {
  const data = Buffer.alloc(size.width * height * 3, 128);
  for (let index = 0; index < pixels; index++) data.fill(brightness, index * 3, index * 3 + 3);
  const image = await sharp(data, { raw: { width: size.width, height, channels: 3 } })
    .png()
    .toBuffer();
  return { view, states, image };
}

describe('comparing a sheet with the accepted one', async () => {
  const { image: accepted } = await sheet();

  it('finds nothing in what is the same', async () => {
    expect(await compareSheet(await sheet(), accepted)).toBeUndefined();
  });

  it('overlooks what no eye can see, and as few pixels as it says', async () => {
    expect(await compareSheet(await sheet({ pixels: 20, brightness: 129 }), accepted)).toBeUndefined();
    const few = { pixels: pixelTolerance, brightness: 0 };
    expect(await compareSheet(await sheet(few), accepted)).toBeUndefined();
  });

  it('names the state that differs, with a picture of where', async () => {
    const difference = await compareSheet(await sheet({ pixels: 9, brightness: 140 }), accepted);
    expect(difference?.words).toEqual(['“card: left” differs in 9 pixels']);
    expect(await sharp(difference?.picture).metadata()).toMatchObject(size);
  });

  it('names the sizes where they differ', async () => {
    const { words } = (await compareSheet(await sheet({ height: 24 }), accepted)) ?? {};
    expect(words).toEqual(['the sheet is 40 × 24 pixels large and was 40 × 20']);
  });
});
