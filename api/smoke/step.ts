import type { Client } from '@wee5/client';
import type { Envelope, WhopPayloads } from '../dev/whop-payloads.ts';
import type { RunningServer } from '../src/server.ts';
import type { Target } from './target.ts';

/** What one step found; a step that throws has failed. */
export interface Step {
  /** What is tried: `a webhook becomes XP over PostgREST`. */
  readonly claim: string;
  /** Resolves with what was seen, in a few words. */
  run(world: World): Promise<string>;
  /** Why it cannot be tried here; absent where it can. */
  unless?(target: Target): string | undefined;
}

/** Everything that the steps share and leave to each other. */
export interface World {
  readonly target: Target;
  readonly server: RunningServer;
  /** Made for this run and removed after it. */
  readonly community: string;
  readonly otherCommunity: string;
  /** Member tokens, and the community's secret key for the creator. */
  readonly tokens: Map<Holder, string>;
  readonly clients: Client[];
  /** Signs a chat message as Whop does and posts it; minutes before now, so that no cooldown binds. */
  readonly chat: (message: {
    community?: string;
    user: string;
    minutesAgo: number;
    id?: string;
  }) => Promise<WebhookReply>;
  /** Signs whatever else Whop says of the community and posts it. */
  readonly deliver: (make: (payloads: WhopPayloads) => Envelope) => Promise<WebhookReply>;
}

/** Who holds a token: two members, one of the other community, and the creator's server. */
export type Holder = 'member' | 'neighbour' | 'stranger' | 'creator';

export interface WebhookReply {
  httpStatus: number;
  status: string;
  awards?: number;
}

/** Throws with both sides where they differ. */
export function expectEqual(what: string, seen: unknown, expected: unknown): void {
  const [left, right] = [JSON.stringify(seen), JSON.stringify(expected)];
  if (left !== right) throw new Error(`${what}: expected ${right}, saw ${left}`);
}

/** The value once it passes; rejects after ten seconds with the last one that did not. */
export async function eventually<Value>(
  what: string,
  look: () => Value | Promise<Value>,
  passes: (value: Value) => boolean,
): Promise<Value> {
  const until = performance.now() + 10_000;
  for (;;) {
    const value = await look();
    if (passes(value)) return value;
    if (performance.now() > until) throw new Error(`${what}: after 10 s still ${JSON.stringify(value)}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
