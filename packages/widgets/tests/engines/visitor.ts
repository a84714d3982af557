import { expect } from 'vitest';
import type { Tab } from './drivers/engine.ts';
import type { EngineSite } from './engine-site.ts';

/** A member in front of a browser, and where they may go. */
export interface Visitor {
  readonly engine: string;
  readonly site: EngineSite;
  readonly memberId: string;
  /** The member's own. */
  readonly token: string;
  readonly tab: Tab;
  /** Of another browser of the engine, whose reader likes it dark and calm. */
  readonly calm: Tab;
}

/** What a reader sees of a widget. */
export function textOf(tab: Tab, selector: string): Promise<string> {
  return tab.evaluate(
    `document.querySelector('${selector}')?.shadowRoot?.textContent.replace(/\\s+/g, ' ') ?? ''`,
  );
}

/**
 * Long enough for a second try: a stream that has not said hello after 10 s is opened again, and Firefox lets one in
 * dozens wait that was asked for right after a page with another was left.
 */
const patience = { timeout: 45_000 };

/** Waits until a widget says something. */
export async function sees(tab: Tab, selector: string, words: string | RegExp): Promise<void> {
  await expect.poll(() => textOf(tab, selector), patience).toMatch(words);
}

/** Waits until an expression of the page is true. */
export async function becomes(tab: Tab, expression: string): Promise<void> {
  await expect.poll(() => tab.evaluate(`Boolean(${expression})`), patience).toBe(true);
}

/** A property of something inside of a widget, as the browser has computed it. */
export function styleOf(tab: Tab, [selector, inside]: [string, string], property: string): Promise<string> {
  const element = `document.querySelector('${selector}').shadowRoot.querySelector('${inside}')`;
  return tab.evaluate(`getComputedStyle(${element}).getPropertyValue('${property}')`);
}

/** What the page's console had to complain about. */
export function complaintsOf(tab: Tab): Promise<string[]> {
  return tab.evaluate('notes.complaints');
}
