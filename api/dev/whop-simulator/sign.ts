import { createHmac, randomUUID } from 'node:crypto';

/** What Whop puts on a delivery. */
export interface SignedHeaders {
  'content-type': string;
  'webhook-id': string;
  'webhook-timestamp': string;
  'webhook-signature': string;
}

/**
 * The headers Whop sends with exactly these bytes: Standard Webhooks, keyed with the UTF-8 bytes of the whole secret.
 * `id` is the body's own unless given.
 */
export function sign(body: string | Buffer, secret: string, at = new Date(), id = idOf(body)): SignedHeaders {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const signature = createHmac('sha256', secret).update(`${id}.${timestamp}.`).update(body).digest('base64');
  return {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${signature}`,
  };
}

function idOf(body: string | Buffer): string {
  try {
    return (JSON.parse(body.toString()) as { id: string }).id;
  } catch {
    return `msg_${randomUUID()}`;
  }
}
