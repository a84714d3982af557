import { encode } from 'fast-png';
import { afterEach, describe, expect, it } from 'vitest';
import { drawCard } from '../../src/pictures/card/draw-card.ts';
import type { Drawing } from '../../src/pictures/card/drawing.ts';
import { RenderThread } from '../../src/pictures/png/render-thread.ts';
import { PictureRenderer, type PictureRendererOptions } from '../../src/pictures/png/picture-renderer.ts';
import { pixelsOf } from '../support/picture-server.ts';

let renderer = new PictureRenderer();
afterEach(() => renderer.stop());

function start(options?: PictureRendererOptions): void {
  renderer = new PictureRenderer(options);
}

function drawingOf(name: string): Drawing {
  const numbers = { xp: 10, level: 1, nextLevelXp: 20, progress: 0.5, rank: 1, total: 1, streakDays: 0 };
  const card = { displayName: name, username: null, levelName: null, ...numbers };
  return drawCard({
    card,
    community: { name: null, theme: {} },
    theme: 'light',
    lang: 'en',
    fullBleed: false,
  });
}

const render = (name: string) => renderer.render(name, { drawing: drawingOf(name), scale: 1 });

describe('many pictures at once', () => {
  it('are drawn a few at a time, and the event loop goes on meanwhile', async () => {
    start();
    const most = { drawing: 0, turns: 0 };
    const watch = setInterval(() => {
      most.drawing = Math.max(most.drawing, renderer.load.drawing);
      most.turns += 1;
    }, 1);
    const all = Array.from({ length: 50 }, (_, index) => render(`Member ${index}`));
    expect(renderer.load).toEqual({ drawing: 1, waiting: 49 });
    const pictures = await Promise.all(all);
    clearInterval(watch);
    expect(new Set(pictures.map((png) => Buffer.from(png).toString('base64'))).size).toBe(50);
    expect(most.drawing).toBe(1);
    // Drawn on this thread, fifty pictures would let it have fifty turns at the most.
    expect(most.turns).toBeGreaterThan(100);
    expect(renderer.load).toEqual({ drawing: 0, waiting: 0 });
  });

  it('are refused once too many wait, and only then', async () => {
    start({ threads: 1, mostWaiting: 2 });
    const first = ['a', 'b', 'c'].map(render);
    await expect(render('d')).rejects.toMatchObject({ code: 'overloaded', retryAfterSeconds: 5 });
    // The same picture waits for the one that is under way.
    expect(await render('a')).toBe(await first[0]);
    await Promise.all(first);
    await expect(render('d')).resolves.toBeInstanceOf(Uint8Array);
  });

  it('are all refused when the server stops', async () => {
    start({ threads: 1 });
    const all = ['a', 'b', 'c'].map(render);
    const settled = Promise.allSettled(all);
    await renderer.stop();
    expect((await settled).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  });
});

it('goes on after a picture that cannot be drawn', async () => {
  start();
  const broken = { ...drawingOf('a'), shapes: '<no & svg' };
  await expect(renderer.render('broken', { drawing: broken, scale: 1 })).rejects.toThrow(
    'could not be drawn',
  );
  await expect(render('a')).resolves.toBeInstanceOf(Uint8Array);
});

it('goes on after its thread has ended', async () => {
  const thread = new RenderThread();
  const job = { drawing: drawingOf('a'), scale: 1 };
  const interrupted = thread.render(job);
  await Promise.all([expect(interrupted).rejects.toThrow('ended'), thread.stop()]);
  await expect(thread.render(job)).resolves.toBeInstanceOf(Uint8Array);
  await thread.stop();
});

it('draws a picture once, however often it is asked for', async () => {
  start();
  const [one, other] = await Promise.all([render('a'), render('a')]);
  expect(other).toBe(one);
  expect(await render('a')).toBe(one);
});

it('goes on after a file that is no picture, and draws those that are one', async () => {
  start();
  const header = { type: 'image/png', width: 2, height: 2 } as const;
  const broken = { portrait: new TextEncoder().encode('no picture'), ...header };
  await expect(renderer.draw(broken)).rejects.toThrow('the picture shows nothing');
  const data = new Uint8Array(2 * 2 * 4).fill(255);
  const portrait = encode({ width: 2, height: 2, data, channels: 4 });
  const drawn = pixelsOf(await renderer.draw({ portrait, ...header }));
  expect(drawn).toMatchObject({ width: 248, height: 248 });
  expect(drawn.at(124, 124)).toBe('#ffffff');
});
