import type { ActivityEntry } from '@wee5/client';
import { FakeClient } from './fake-client.ts';
import { mount, part, parts, until } from './fixture.ts';
import { activityEntry, activityPage, card, community } from './samples.ts';

export async function shown(
  entries: ActivityEntry[],
  options: { nextCursor?: string } & Record<string, unknown> = {},
) {
  const { nextCursor = null, ...properties } = options;
  const client = new FakeClient();
  client.become('live');
  client.say('community', community());
  client.say('rankCard', card());
  client.activity.answer(activityPage(entries, nextCursor));
  const mounted = await mount('wee5-activity', properties, client);
  await until('it is loaded', () => part(mounted.element, 'card').getAttribute('aria-busy') === 'false');
  return mounted;
}

export const ids = (element: Element) => parts(element, 'entry').map((it) => it.dataset['id']);
export const idsOf = (entries: ActivityEntry[]) => entries.map(({ activityId }) => activityId);
export const newest = (count: number, from = 0) =>
  Array.from({ length: count }, (_, index) => activityEntry(from + index, { minutes: from + index + 1 }));
