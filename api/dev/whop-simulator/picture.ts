import { createHash } from 'node:crypto';
import type { Answer } from './answers.ts';

/** A picture that is always the same for the same seed: a sky, a sun and a hill. */
export function drawPicture(seed: string): Answer {
  const [hue = 0, x = 0, y = 0, slope = 0] = createHash('sha256').update(seed).digest();
  const [sunX, sunY] = [16 + (x % 64), 14 + (y % 28)];
  const [left, right] = [50 + (slope % 16), 50 + ((slope >> 4) % 16)];
  const body = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96">
<rect width="96" height="96" fill="hsl(${hue} 70% 78%)"/>
<circle cx="${sunX}" cy="${sunY}" r="11" fill="hsl(${hue + 30} 90% 94%)"/>
<path d="M0 ${left}Q48 ${left - 26} 96 ${right}V96H0Z" fill="hsl(${hue + 150} 38% 44%)"/>
<path d="M0 ${right + 18}Q40 ${right - 4} 96 ${left + 22}V96H0Z" fill="hsl(${hue + 170} 42% 32%)"/>
</svg>`;
  return { status: 200, body, headers: { 'content-type': 'image/svg+xml' } };
}
