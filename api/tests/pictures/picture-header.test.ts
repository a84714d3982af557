import { expect, it } from 'vitest';
import { readPictureHeader } from '../../src/pictures/portrait/picture-header.ts';
import { greenJpeg, pngOf, redGif } from '../support/picture-host.ts';

const pngOfNine = pngOf([1, 2, 3], 9);

it.each([
  ['PNG', pngOfNine, { type: 'image/png', width: 9, height: 9 }],
  ['GIF', redGif, { type: 'image/gif', width: 1, height: 1 }],
  ['JPEG', greenJpeg, { type: 'image/jpeg', width: 8, height: 8 }],
] as const)('tells the size of a %s without decoding it', (_what, file, header) => {
  expect(readPictureHeader(file)).toEqual(header);
  // Also where it is a part of something larger.
  expect(readPictureHeader(new Uint8Array([0, 0, 0, ...file]).subarray(3))).toEqual(header);
});

it('takes a GIF for as large as its first frame, which nothing holds back', () => {
  const file = Buffer.from(redGif);
  const frame = file.indexOf(0x2c);
  file.writeUInt16LE(60_000, frame + 5);
  file.writeUInt16LE(50_000, frame + 7);
  expect(readPictureHeader(file)).toMatchObject({ width: 60_000, height: 50_000 });
  const comment = Buffer.from([0x21, 0xfe, 2, 0x2c, 0x2c, 1, 0x2c, 0]);
  const commented = Buffer.concat([file.subarray(0, frame), comment, file.subarray(frame)]);
  expect(readPictureHeader(commented)).toMatchObject({ width: 60_000, height: 50_000 });
});

it('reads past whatever stands before the size of a JPEG', () => {
  const more = Buffer.from([0xff, 0xe1, 0, 6, 0xff, 0xc0, 0, 0, 0xff, 0xff, 0xfe, 0, 2]);
  const file = Buffer.concat([greenJpeg.subarray(0, 2), more, greenJpeg.subarray(2)]);
  expect(readPictureHeader(file)).toMatchObject({ width: 8, height: 8 });
});

it('tells nothing of what is cut off or something else', () => {
  for (const file of [pngOfNine, redGif, greenJpeg]) {
    // A JPEG tells its size late.
    for (let end = 0; end < 20; end += 1) expect(readPictureHeader(file.slice(0, end))).toBeUndefined();
  }
  for (const text of ['<svg width="1" height="1"/>', '<!doctype html>', 'BM', 'RIFF----WEBPVP8 ']) {
    expect(readPictureHeader(new TextEncoder().encode(text.padEnd(64)))).toBeUndefined();
  }
});
