import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { parentPort } from 'node:worker_threads';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import type { Drawing } from '../card/drawing.ts';
import { toSvg } from '../svg/to-svg.ts';
import { drawPortrait, type PortraitJob } from './draw-portrait.ts';
import { FontShelf } from './font-shelf.ts';
import { outlineLine } from './outline-line.ts';

/** What the worker is asked for. It answers each with a {@link RenderAnswer}, one at a time and in order. */
export type RenderJob = CardJob | PortraitJob;

export interface CardJob {
  readonly drawing: Drawing;
  /** Pixels of the picture for each of the drawing. */
  readonly scale: number;
}

export type RenderAnswer = { png: Uint8Array<ArrayBuffer> } | { error: string; isBroken: boolean };

const wasm = createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm');
const ready = initWasm(readFileSync(wasm));
const shelf = new FontShelf();

parentPort?.on('message', (job: RenderJob) => {
  void answer(job).then((said) => parentPort?.postMessage(said, 'png' in said ? [said.png.buffer] : []));
});

async function answer(job: RenderJob): Promise<RenderAnswer> {
  try {
    await ready;
    return { png: 'portrait' in job ? drawPortrait(job) : await drawLines(job) };
  } catch (error) {
    // What stopped in the middle of the library has left its memory as it was then.
    return { error: String(error), isBroken: error instanceof Error && error.name === 'RuntimeError' };
  }
}

async function drawLines({ drawing, scale }: CardJob): Promise<Uint8Array<ArrayBuffer>> {
  const lines = await Promise.all(drawing.lines.map((line) => outlineLine(shelf, line)));
  const resvg = new Resvg(toSvg(drawing, lines), { fitTo: { mode: 'zoom', value: scale } });
  const picture = resvg.render();
  try {
    // A copy, which may leave this thread: the original is in the memory of the library.
    return new Uint8Array(picture.asPng());
  } finally {
    picture.free();
    resvg.free();
  }
}
