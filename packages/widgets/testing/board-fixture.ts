import type { Leaderboard } from '@wee5/client';
import { FakeClient } from './fake-client.ts';
import { mount, parts, seen } from './fixture.ts';
import { board, community, entry } from './samples.ts';

/** A reader who stands far below the first rows. */
export const reader = entry(41, { userId: 'user_me', displayName: 'Noor Haddad', rank: 42, xp: 1210 });

/** A leaderboard on the page that shows this. */
export async function shownBoard(data: Leaderboard = board(), properties = {}) {
  const client = new FakeClient();
  client.become('live');
  client.say('community', community());
  client.say('leaderboard', data);
  return mount('wee5-leaderboard', properties, client);
}

/** The first `count` of a community; `total` of them in all. */
export function members(count: number, first = 0) {
  return Array.from({ length: count }, (_, index) =>
    entry(first + index, { xp: 20_000 - (first + index) * 10 }),
  );
}

export function order(element: Element): string[] {
  return parts(element, 'name').map(seen);
}

export function animated(element: Element): HTMLElement[] {
  return parts(element, 'row').filter((row) => row.getAnimations().length > 0);
}

export function button(element: Element, text: string): HTMLButtonElement {
  return parts(element, 'button').find(({ textContent }) => textContent.trim() === text) as HTMLButtonElement;
}

export function announced(element: Element): string {
  return element.shadowRoot!.querySelector('[role=status]')!.textContent;
}
