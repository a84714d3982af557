import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';

/**
 * Runs before a page: what is to happen in five seconds or later never does, but is kept until it is called off. So no
 * request times out, and what a timer keeps is kept for good.
 */
export const holdTimers = `{
  const { setTimeout: after, clearTimeout: callOff } = globalThis;
  const held = new Map();
  let last = 1e9;
  globalThis.setTimeout = (run, milliseconds, ...rest) =>
    milliseconds < 5_000 || milliseconds === undefined ? after(run, milliseconds, ...rest) : (held.set(++last, run), last);
  globalThis.clearTimeout = (id) => void (held.delete(id) || callOff(id));
}`;

/** How many elements of each tag anything keeps, on the page or not. Collects garbage first. */
export async function keptElements(page: Page, tags: readonly string[]): Promise<Record<string, number>> {
  const kept: Record<string, number> = {};
  for (const tag of tags) {
    const prototype = await page.evaluateHandle(`customElements.get('${tag}').prototype`);
    const elements = await page.queryObjects(prototype);
    kept[tag] = await elements.evaluate((each) => each.length);
    // The list itself keeps what it names, for as long as it is not let go of.
    await elements.dispose();
    await prototype.dispose();
  }
  return kept;
}

/** Until nothing keeps any. What is collected goes in more than one turn. */
export async function allGone(page: Page, tags: readonly string[]): Promise<void> {
  const none = Object.fromEntries(tags.map((tag) => [tag, 0]));
  await expect.poll(() => keptElements(page, tags)).toEqual(none);
}
