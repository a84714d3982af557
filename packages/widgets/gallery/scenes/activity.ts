import { HttpError, NetworkError, type ActivityEntry } from '@wee5/client';
import type { FakeClient } from '../../testing/fake-client.ts';
import {
  activityEntry,
  activityPage,
  allActivity,
  card,
  community,
  difficultNames,
  receipt,
} from '../../testing/samples.ts';

type Script = (client: FakeClient, element: HTMLElement & { limit?: number }) => void;

function live(client: FakeClient, entries: ActivityEntry[], nextCursor: string | null = null) {
  client.say('community', community());
  client.become('live');
  client.say('rankCard', card());
  client.activity.answer(activityPage(entries, nextCursor));
}

const press = (element: HTMLElement, part: string) =>
  setTimeout(() => element.shadowRoot?.querySelector<HTMLElement>(`[part~='${part}']`)?.click(), 600);

export const activity: Record<string, Script> = {
  loading: () => {},
  everything: (client) => live(client, allActivity()),
  'more to come': (client) => live(client, allActivity().slice(0, 5), 'cursor'),
  'loading more': (client, element) => {
    live(client, allActivity().slice(0, 3), 'cursor');
    press(element, 'button');
  },
  'more failed': (client, element) => {
    live(client, allActivity().slice(0, 3), 'cursor');
    client.activity.answer(new NetworkError('no answer'));
    press(element, 'button');
  },
  'a new entry': (client) => {
    live(client, allActivity().slice(2, 5));
    client.activity.answer(activityPage([activityEntry(1, { minutes: 0 }), ...allActivity().slice(2, 5)]));
    setTimeout(() => client.say('rankCard', card({ xp: 5_225, version: 2 })), 600);
  },
  difficult: (client) =>
    live(
      client,
      difficultNames.map((name, index) =>
        activityEntry(index, {
          type: 'adjustment',
          xp: [12_345_678, -1_234_567, 99_999, 12_000, 900, 40, -1][index]!,
          receipt: { reason: name.repeat(2) },
        }),
      ),
    ),
  'long arithmetic': (client) =>
    live(client, [
      activityEntry(1, {
        type: 'reaction_received',
        xp: 24,
        receipt: receipt({
          base: 21,
          range: { min: 15, max: 25 },
          bonus: { name: 'newcomer', xp: 5 },
          multipliers: [
            { name: 'weekend', factor: 1.5 },
            { name: 'Founding members of the first hour', factor: 1.25 },
          ],
          multiplier: 1.875,
          repeat: 2,
        }),
      }),
    ]),
  empty: (client) => live(client, []),
  offline: (client) => {
    live(client, allActivity().slice(0, 4));
    client.state = { status: 'offline', transport: null, since: new Date() };
  },
  'signed out': (client) => {
    client.become('live');
    client.activity.answer(new HttpError(401, { code: 'unauthenticated' }));
  },
};
