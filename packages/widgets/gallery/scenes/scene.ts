import type { FakeClient } from '../../testing/fake-client.ts';
import { community } from '../../testing/samples.ts';

type Words = Partial<Record<'user' | 'around' | 'board' | 'window' | 'windows' | 'at' | 'layout', string>>;

/** Brings a widget into one state: what its client says, and the attributes it has. */
export interface Scene {
  (client: FakeClient, element: HTMLElement & Words & { limit?: number }): void;
  /** When its picture is taken, in milliseconds after it began; a second if not given. */
  at?: number;
}

/** Every state of a widget, by the words that stand above it in the gallery. */
export type Scenes = Record<string, Scene>;

/** Beside the script, wherever that is. */
export const portrait = (_seed: number) => new URL('portrait.svg', import.meta.url).href;
export const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);

/** A community whose live connection is up. */
export function live(client: FakeClient) {
  client.say('community', community());
  client.become('live');
}

/** A scene that moves: its picture is taken these milliseconds after it began. */
export function seenAt(at: number, scene: Scene): Scene {
  return Object.assign(scene, { at });
}
