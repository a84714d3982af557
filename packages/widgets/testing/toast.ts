import type { RewardState } from '@wee5/client';
import type { ToastElement } from '../src/index.ts';
import { FakeClient } from './fake-client.ts';
import { assertAccessible, mount, part, settle } from './fixture.ts';
import { card, community, reward, rewards, xpAt } from './samples.ts';

const usual = [
  reward(3, { name: 'Insider' }),
  reward(8, { name: 'Inner circle', description: 'The channels' }),
];
export const settings = { visibility: 'public', pseudonym: null, timeZone: null } as const;

/** A toast of a reader at level 10, with nothing to tell yet. */
export async function quiet(options: Record<string, unknown> = {}) {
  const client = new FakeClient();
  client.become('live');
  client.say('community', community());
  client.say('rankCard', card({ xp: xpAt(10) }));
  client.say('rewards', inState('locked'));
  return mount('wee5-toast', options, client);
}

/** The reader's two rewards in these states, or both in the one. */
export function inState(...states: RewardState[]) {
  return rewards(usual.map((each, index) => ({ ...each, state: states[index] ?? states[0]! })));
}

/** Has the reader reach a level. */
export async function reach(client: FakeClient, element: ToastElement, level: number, changes = {}) {
  client.say('rankCard', card({ xp: xpAt(level), ...changes }));
  await settle(element);
}

/** What is still fading in has less contrast than it will have. */
export function atRest(element: ToastElement) {
  const animations = part(element, 'toast').getAnimations();
  return Promise.all(animations.map(({ finished }) => finished));
}

export async function assertAccessibleAtRest(element: ToastElement) {
  await atRest(element);
  await assertAccessible(element);
}

export const isOpen = (element: ToastElement) => part(element, 'toast').matches(':popover-open');
export const status = (element: ToastElement) =>
  element.shadowRoot!.querySelector('[role=status]')!.textContent;
