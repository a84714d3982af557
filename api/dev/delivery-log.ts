import type { Response } from 'express';
import type { Delivery } from './whop-sender.ts';

const KEPT = 30;

/** One delivery as the demo page shows it. */
export interface ShownDelivery {
  number: number;
  type: string;
  status: number | null;
  answer: Record<string, unknown> | null;
  milliseconds: number;
  headers: Readonly<Record<string, string>>;
  envelope: unknown;
}

/** The last signed payloads with their answers, and whoever watches them. */
export class DeliveryLog {
  readonly #recent: ShownDelivery[] = [];
  readonly #watchers = new Set<Response>();
  #count = 0;

  add({ envelope, headers, answer, milliseconds }: Delivery): void {
    const shown: ShownDelivery = {
      number: ++this.#count,
      type: envelope.type,
      status: answer?.status ?? null,
      answer: answer?.body ?? null,
      milliseconds: Math.round(milliseconds * 10) / 10,
      headers,
      envelope,
    };
    this.#recent.push(shown);
    if (this.#recent.length > KEPT) this.#recent.shift();
    const message = toMessage(shown);
    for (const watcher of this.#watchers) watcher.write(message);
  }

  /** Streams what is kept and what comes, until the page goes away. */
  watch(response: Response): void {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write(this.#recent.map(toMessage).join('') || ':\n\n');
    this.#watchers.add(response);
    response.once('close', () => this.#watchers.delete(response));
  }

  /** Streams never end by themselves. */
  close(): void {
    for (const watcher of this.#watchers) watcher.end();
  }
}

function toMessage(delivery: ShownDelivery): string {
  return `data: ${JSON.stringify(delivery)}\n\n`;
}
