import type { Answer } from '../answers.ts';
import type { Webhooks } from '../webhooks.ts';
import type { World } from '../world.ts';

/** The two generations of Whop's answers: without `Api-Version-Date`, and as of its dated versions of 2026. */
export type Generation = 'original' | 'current';

export interface Asked {
  readonly world: World;
  readonly webhooks: Webhooks;
  readonly generation: Generation;
  readonly now: () => Date;
  /** What stood in the path's placeholders, in order. */
  readonly ids: readonly string[];
  readonly query: URLSearchParams;
  readonly body: Record<string, unknown>;
}

export interface Operation {
  readonly name: string;
  readonly method: 'GET' | 'POST';
  /** Below `/api/v1`, with `:id` for what is to be named. */
  readonly path: string;
  /** What the app must have been granted. */
  readonly permission?: string;
  answer(asked: Asked): Answer | Promise<Answer>;
}
