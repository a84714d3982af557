import type { Clock } from '@sinonjs/fake-timers';
import { realTimers } from './clock.ts';
import { StillAnimations } from './still-animations.ts';

/** Every scene stands at its moment. */
export interface Still {
  /** Lets timers run again (the date stays), for tools that need them. */
  thaw(): void;
}

const step = 50;

/**
 * Begins scenes on a clock that is moved by hand, each so that its moment comes together with everybody's, and stops
 * there: timers, dates, animations. What the network brings (fonts, images) is waited for and takes no time.
 */
export async function takeStill(scenes: { begin: () => void; at: number }[], clock: Clock): Promise<Still> {
  await document.fonts.load("14px 'Inter Variable'");
  const animations = new StillAnimations();
  const end = Math.max(...scenes.map(({ at }) => at));
  for (let time = 0; time < end; time += step) {
    for (const { begin, at } of scenes) if (Math.floor((end - at) / step) * step === time) begin();
    await loaded();
    await clock.tickAsync(step);
    animations.moveTo(time + step);
    await nextFrame();
  }
  await loaded();
  await nextFrame();
  return { thaw: () => void Object.assign(globalThis, realTimers) };
}

function nextFrame(): Promise<unknown> {
  return new Promise((done) => realTimers.requestAnimationFrame.call(globalThis, done));
}

/** The fonts and images that the page asked for until now. */
async function loaded(): Promise<void> {
  await document.fonts.ready;
  for (const image of imagesIn(document)) {
    if (!image.complete) await settled(image);
  }
}

function settled(image: HTMLImageElement): Promise<unknown> {
  return new Promise((done) => {
    for (const type of ['load', 'error']) image.addEventListener(type, done, { once: true });
  });
}

function imagesIn(root: ParentNode): HTMLImageElement[] {
  const shadows = [...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? []);
  return [...root.querySelectorAll('img'), ...shadows.flatMap(imagesIn)];
}
