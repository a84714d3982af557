import type { FakeClient } from '../../testing/fake-client.ts';
import { community } from '../../testing/samples.ts';

/** Brings a widget into one state: what its client says, and the attributes it has. */
export type Scene = (
  client: FakeClient,
  element: HTMLElement & { user?: string; limit?: number; around?: string },
) => void;

/** Every state of a widget, by the words that stand above it in the gallery. */
export type Scenes = Record<string, Scene>;

export const portrait = (_seed: number) => `${location.origin}/portrait.svg`;
export const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);

/** A community whose live connection is up. */
export function live(client: FakeClient) {
  client.say('community', community());
  client.become('live');
}
