import { createHmac } from 'node:crypto';
import type { Envelope } from './whop-payloads.ts';

/** One delivery as it went over the wire, with what the server said to it. */
export interface Delivery {
  readonly envelope: Envelope;
  readonly headers: Readonly<Record<string, string>>;
  /** Null where no answer came. */
  readonly answer: { readonly status: number; readonly body: Record<string, unknown> } | null;
  readonly milliseconds: number;
}

/** Signs and posts like Whop does: Standard Webhooks headers, keyed with the bytes of the whole secret. */
export class WhopSender {
  readonly #url: string;
  readonly #secret: string;
  readonly #onDelivery: (delivery: Delivery) => void;

  constructor(options: { url: string; secret: string; onDelivery: (delivery: Delivery) => void }) {
    this.#url = `${options.url}/api/webhook`;
    this.#secret = options.secret;
    this.#onDelivery = options.onDelivery;
  }

  async send(envelope: Envelope): Promise<Delivery> {
    const body = JSON.stringify(envelope);
    const headers = signedHeaders(envelope.id, body, this.#secret);
    const startedAt = performance.now();
    const answer = await this.#post(body, headers);
    const delivery = { envelope, headers, answer, milliseconds: performance.now() - startedAt };
    this.#onDelivery(delivery);
    return delivery;
  }

  async #post(body: string, headers: Record<string, string>): Promise<Delivery['answer']> {
    try {
      const response = await fetch(this.#url, { method: 'POST', headers, body });
      return { status: response.status, body: (await response.json()) as Record<string, unknown> };
    } catch {
      // The server is stopping, or not there: Whop would try again after 10 s.
      return null;
    }
  }
}

/** The headers Whop puts on a delivery. */
export function signedHeaders(
  id: string,
  body: string,
  secret: string,
  at = new Date(),
): Record<string, string> {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const signature = createHmac('sha256', secret).update(`${id}.${timestamp}.${body}`).digest('base64');
  return {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${signature}`,
  };
}
