import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import type { Answer } from './answers.ts';

let ready: Promise<void> | undefined;

/** A picture that is always the same for the same seed, as people's are mostly kept: a PNG. */
export async function drawPicture(seed: string): Promise<Answer> {
  const wasm = createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm');
  await (ready ??= initWasm(readFileSync(wasm)));
  const picture = new Resvg(scene(seed), { fitTo: { mode: 'width', value: 384 } }).render();
  return { status: 200, body: picture.asPng(), headers: { 'content-type': 'image/png' } };
}

/** A sky, a sun and a hill. */
function scene(seed: string): string {
  const [hue = 0, x = 0, y = 0, slope = 0] = createHash('sha256').update(seed).digest();
  const [sunX, sunY] = [16 + (x % 64), 14 + (y % 28)];
  const [left, right] = [50 + (slope % 16), 50 + ((slope >> 4) % 16)];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96" width="96" height="96">
<rect width="96" height="96" fill="hsl(${hue}, 70%, 78%)"/>
<circle cx="${sunX}" cy="${sunY}" r="11" fill="hsl(${(hue + 30) % 360}, 90%, 94%)"/>
<path d="M0 ${left}Q48 ${left - 26} 96 ${right}V96H0Z" fill="hsl(${(hue + 150) % 360}, 38%, 44%)"/>
<path d="M0 ${right + 18}Q40 ${right - 4} 96 ${left + 22}V96H0Z" fill="hsl(${(hue + 170) % 360}, 42%, 32%)"/>
</svg>`;
}
