import { setTimeout as pause } from 'node:timers/promises';
import type { Envelope } from './whop-payloads.ts';
import { sign } from './whop-simulator/sign.ts';

/** One attempt to deliver, as it went over the wire, with what the server said to it. */
export interface Delivery {
  readonly envelope: Envelope;
  readonly headers: Readonly<Record<string, string>>;
  readonly sentAt: Date;
  /** Null where no answer came in time. */
  readonly answer: { readonly status: number; readonly body: Record<string, unknown> } | null;
  readonly milliseconds: number;
}

/** What a network does to deliveries, decided by a generator that can be seeded. */
export interface Disorder {
  readonly random: () => number;
  /** How many of a hundred events are delivered twice, as a share from 0 to 1. */
  readonly duplicateShare?: number;
  /** Every delivery waits up to this long before it leaves, so that those sent together arrive in another order. */
  readonly maxDelayMs?: number;
}

export interface WhopSenderOptions {
  /** Where the webhook is, or who says so for each attempt, as a load balancer would. */
  readonly url: string | (() => string);
  readonly secret: string;
  /** Hears of every attempt. */
  readonly onDelivery?: (delivery: Delivery) => void;
  /** Multiplies Whop's pauses of 10, 20 and 40 s between attempts; 1 unless given. */
  readonly retryScale?: number;
  /** An answer that takes longer counts as none; 5 s unless given. */
  readonly deadlineMs?: number;
  readonly disorder?: Disorder;
  readonly now?: () => Date;
}

/** After the first attempt; then Whop gives up. */
const RETRY_AFTER_MS = [10_000, 20_000, 40_000];

/** Signs and posts like Whop does: at least once, in no promised order, four attempts and no more. */
export class WhopSender {
  readonly #options: WhopSenderOptions;
  readonly #stopped = new AbortController();

  constructor(options: WhopSenderOptions) {
    this.#options = options;
  }

  /** Resolves with the last attempt: acknowledged, or given up. */
  async send(envelope: Envelope): Promise<Delivery> {
    const { random, duplicateShare = 0, maxDelayMs = 0 } = this.#options.disorder ?? { random: () => 1 };
    const isDoubled = random() < duplicateShare;
    const copies = Array.from({ length: isDoubled ? 2 : 1 }, async () => {
      await this.#pause(random() * maxDelayMs);
      return this.#sendUntilAcknowledged(envelope);
    });
    const [first] = await Promise.all(copies);
    return first as Delivery;
  }

  /** One attempt, whatever comes of it. */
  async post(envelope: Envelope): Promise<Delivery> {
    const body = JSON.stringify(envelope);
    const sentAt = this.#options.now?.() ?? new Date();
    const headers = { ...sign(body, this.#options.secret, sentAt) };
    const startedAt = performance.now();
    const answer = await this.#fetch(body, headers);
    const delivery = { envelope, headers, sentAt, answer, milliseconds: performance.now() - startedAt };
    this.#options.onDelivery?.(delivery);
    return delivery;
  }

  /** Attempts no more; what is on the wire is cut off. */
  stop(): void {
    this.#stopped.abort();
  }

  async #sendUntilAcknowledged(envelope: Envelope): Promise<Delivery> {
    let delivery = await this.post(envelope);
    for (const retryAfterMs of RETRY_AFTER_MS) {
      if (isAcknowledged(delivery) || this.#stopped.signal.aborted) return delivery;
      await this.#pause(retryAfterMs * (this.#options.retryScale ?? 1));
      delivery = await this.post(envelope);
    }
    return delivery;
  }

  async #fetch(body: string, headers: Record<string, string>): Promise<Delivery['answer']> {
    const { url, deadlineMs = 5000 } = this.#options;
    const signal = AbortSignal.any([this.#stopped.signal, AbortSignal.timeout(deadlineMs)]);
    try {
      const target = typeof url === 'string' ? url : url();
      const response = await fetch(target, { method: 'POST', headers, body, signal });
      return { status: response.status, body: toObject(await response.text()) };
    } catch {
      // The server is stopping, not there, or too slow.
      return null;
    }
  }

  /** Ends early when the sender is stopped; keeps no process alive. */
  async #pause(ms: number): Promise<void> {
    if (ms > 0) await pause(ms, undefined, { signal: this.#stopped.signal, ref: false }).catch(() => {});
  }
}

/** Whether the server took it: any 2xx. */
export function isAcknowledged({ answer }: Delivery): boolean {
  return answer !== null && answer.status >= 200 && answer.status < 300;
}

function toObject(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return { error: 'not JSON', raw_body: text.slice(0, 100) };
  }
}
