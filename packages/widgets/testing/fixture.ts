import 'axe-core';
import type Axe from 'axe-core';
import { assert } from '@esm-bundle/chai';
import type { LitElement } from 'lit';
import { executeServerCommand } from '@web/test-runner-commands';
import {
  ActivityElement,
  LeaderboardElement,
  LevelBadgeElement,
  RankCardElement,
  RewardListElement,
  ToastElement,
} from '../src/index.ts';
import '../src/define.ts';
import { loadLively } from '../src/internal/lively.ts';
import { FakeClient } from './fake-client.ts';
import { axeOptions } from './axe-options.ts';

declare global {
  var axe: typeof Axe;
}

export const tags = {
  'wee5-rank-card': RankCardElement,
  'wee5-leaderboard': LeaderboardElement,
  'wee5-reward-list': RewardListElement,
  'wee5-level-badge': LevelBadgeElement,
  'wee5-toast': ToastElement,
  'wee5-activity': ActivityElement,
};

/** A widget on the page with a client that says what the test wants. */
export async function mount<T extends keyof HTMLElementTagNameMap & keyof typeof tags>(
  tag: T,
  options: Record<string, unknown> & { width?: number } = {},
  client = new FakeClient(),
): Promise<{ element: HTMLElementTagNameMap[T]; client: FakeClient }> {
  const { width = 480, ...properties } = options;
  const element = Object.assign(document.createElement(tag), { client, ...properties });
  const frame = document.createElement('div');
  frame.style.inlineSize = `${width}px`;
  frame.append(element);
  document.body.append(frame);
  await loadLively();
  element.requestUpdate();
  await settle(element);
  return { element, client };
}

/** Lets the element render, and render again for what rendering caused. */
export async function settle(element: LitElement): Promise<void> {
  while (!(await element.updateComplete));
  await nextFrame();
}

export function nextFrame(): Promise<unknown> {
  return new Promise((done) => requestAnimationFrame(done));
}

export function pause(milliseconds: number): Promise<unknown> {
  return new Promise((done) => setTimeout(done, milliseconds));
}

/** Waits until something is so; says what, where it never is. */
export async function until(what: string, isSo: () => unknown, within = 2_000): Promise<void> {
  const end = performance.now() + within;
  while (!isSo()) {
    if (performance.now() > end) assert.fail(`Not within ${within} ms: ${what}`);
    await pause(20);
  }
}

export function part(element: Element, name: string): HTMLElement {
  const found = element.shadowRoot!.querySelector<HTMLElement>(`[part~='${name}']`);
  return found ?? assert.fail(`There is no part “${name}”.`);
}

export function parts(element: Element, name: string): HTMLElement[] {
  return [...element.shadowRoot!.querySelectorAll<HTMLElement>(`[part~='${name}']`)];
}

/** What a reader sees: without what is only for screen readers, with single spaces. */
export function seen(element: Element): string {
  const copy = element.cloneNode(true) as Element;
  for (const unseen of copy.querySelectorAll('.unseen')) unseen.remove();
  return copy.textContent.replaceAll(/\s+/g, ' ').trim();
}

export function text(element: Element): string {
  return seen(element.shadowRoot!.querySelector('.root')!);
}

/** @param except - rules that this state may break */
export async function assertAccessible(element: Element, except: string[] = []): Promise<void> {
  const rules = Object.fromEntries(except.map((rule) => [rule, { enabled: false }]));
  const { violations } = await axe.run(element, { ...axeOptions, rules: { ...axeOptions.rules, ...rules } });
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
  assert.deepEqual(found, []);
}

export function urlOf(input: RequestInfo | URL): string {
  return input instanceof Request ? input.url : input.toString();
}

export function prefer(media: Record<string, string>): Promise<unknown> {
  return executeServerCommand('media', media);
}

const said: string[] = [];
const { error, warn } = console;

/** Cleans up after each test, and fails it for whatever the console was told meanwhile. */
export function cleanUp(): void {
  beforeEach(() => {
    said.length = 0;
    console.error = (...words) => said.push(words.join(' '));
    console.warn = (...words) => said.push(words.join(' '));
  });
  afterEach(async () => {
    Object.assign(console, { error, warn });
    document.body.replaceChildren();
    document.body.removeAttribute('style');
    document.documentElement.removeAttribute('style');
    document.documentElement.removeAttribute('dir');
    await prefer({});
    assert.deepEqual(said, [], `the console was told something: ${said.join()}`);
  });
}
