import { Resvg } from '@resvg/resvg-wasm';
import type { PictureHeader } from '../portrait/picture-header.ts';

/** A member's picture as its sender has it. */
export interface PortraitJob extends PictureHeader {
  readonly portrait: Uint8Array;
}

/** Of the round PNG, in pixels: twice what the ring of a card has room for. */
const SIDE = 248;
const round = `<clipPath id="round"><circle cx="${SIDE / 2}" cy="${SIDE / 2}" r="${SIDE / 2}"/></clipPath>`;

/**
 * The middle of a picture, small and round, with nothing of the file but what it shows. Throws where that is nothing:
 * so is a file drawn that cannot be read.
 */
export function drawPortrait({ portrait, type, width, height }: PortraitJob): Uint8Array<ArrayBuffer> {
  let picture = addressOf(portrait, type);
  // By halves: a picture that becomes much smaller at once is left with every so many-th of its pixels.
  for (let side = Math.ceil(Math.min(width, height) / 2); side > SIDE; side = Math.ceil(side / 2)) {
    picture = draw(imageOf(picture, side), side, (drawn) => addressOf(drawn.asPng(), 'image/png'));
  }
  const shapes = `${round}<g clip-path="url(#round)">${imageOf(picture, SIDE)}</g>`;
  return draw(shapes, SIDE, (drawn) => {
    if (!showsAnything(drawn)) throw new Error('the picture shows nothing');
    return new Uint8Array(drawn.asPng());
  });
}

function addressOf(file: Uint8Array, type: string): string {
  return `data:${type};base64,${Buffer.from(file).toString('base64')}`;
}

function imageOf(address: string, side: number): string {
  return `<image width="${side}" height="${side}" preserveAspectRatio="xMidYMid slice" href="${address}"/>`;
}

interface Drawn {
  /** Red, green, blue and how opaque, for one after the other. */
  readonly pixels: Uint8Array;
  asPng(): Uint8Array;
}

/** What `read` makes of a drawing, which is let go of after that. */
function draw<Result>(shapes: string, side: number, read: (drawn: Drawn) => Result): Result {
  const size = `width="${side}" height="${side}"`;
  const resvg = new Resvg(`<svg xmlns="http://www.w3.org/2000/svg" ${size}>${shapes}</svg>`);
  try {
    const drawn = resvg.render();
    try {
      return read(drawn);
    } finally {
      drawn.free();
    }
  } finally {
    resvg.free();
  }
}

function showsAnything({ pixels }: Drawn): boolean {
  return pixels.some((value, index) => index % 4 === 3 && value > 0);
}
