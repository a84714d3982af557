import { assert } from '@esm-bundle/chai';
import type { Reward } from '@wee5/client';
import type { RewardClaimedEvent } from '../src/events/reward-claimed.ts';
import { FakeClient } from './fake-client.ts';
import { assertAccessible, mount, parts, settle, text, until } from './fixture.ts';
import { card, community, reward, rewards } from './samples.ts';

export const at = '2026-11-20T18:06:00Z';
export const waiting = reward(3, {
  type: 'custom',
  name: 'Strategy call',
  state: 'unlocked',
  unlockedAt: at,
});
export const metadata = {
  code: 'WINTER-4711',
  instructions: 'Enter it at the till.',
  url: 'https://shop.example.com/redeem?a=1',
};

export function claimed(changes: Partial<Reward> = {}): Reward {
  return { ...waiting, state: 'claimed', claimedAt: at, metadata, ...changes };
}

export async function shown(list: Reward[] = [waiting, reward(40, { state: 'locked' })], options = {}) {
  const client = new FakeClient();
  client.become('live');
  client.say('community', community());
  client.say('rewards', rewards(list));
  client.say('rankCard', card());
  const mounted = await mount('wee5-reward-list', { user: 'me', ...options }, client);
  const { element } = mounted;
  if (list.some(({ state, type }) => state === 'unlocked' && type !== 'role')) {
    await until('it can be claimed', () => parts(element, 'claim').length);
  }
  const events: RewardClaimedEvent[] = [];
  element.addEventListener('wee5-reward-claimed', (event) => events.push(event));
  return { ...mounted, events };
}

export type Shown = Awaited<ReturnType<typeof shown>>;

export const button = ({ element }: Shown) => element.shadowRoot!.querySelector<HTMLElement>('button.state')!;
export const says = ({ element }: Shown, words: string) =>
  until(`it says “${words}”`, () => text(element).includes(words));
export const announced = ({ element }: Shown) =>
  element.shadowRoot!.querySelector('[role=status]')!.textContent;

export async function press(it: Shown) {
  button(it).focus();
  button(it).click();
  await settle(it.element);
}

/** What must be so while the API has not said that it is claimed. */
export function assertNotClaimed({ element, events }: Shown) {
  assert.notInclude(text(element), 'Claimed');
  assert.equal(parts(element, 'details').length, 0);
  assert.deepEqual(events, []);
}

/** Nothing moves any more: what is half faded in has no contrast yet. */
export async function assertCalmAndAccessible({ element }: Shown) {
  await Promise.all(element.shadowRoot!.getAnimations().map(({ finished }) => finished));
  await assertAccessible(element);
}
