import { isUtf8 } from 'node:buffer';
import { createHmac, createSecretKey, timingSafeEqual, type KeyObject } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { ApiError } from '../errors.ts';

/** What arrived, byte for byte. */
export interface Delivery {
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** A delivery that Whop signed: its id and its body as JSON, of whatever shape. */
export interface VerifiedEvent {
  webhookId: string;
  payload: Record<string, unknown>;
}

const TOLERANCE_SECONDS = 300;
const UNIX_SECONDS = /^(0|[1-9]\d*)$/;

/**
 * Returns the Standard Webhooks check: it takes a delivery that one of `secrets` signed within 300 seconds of
 * now, and throws an `ApiError` for any other: `missing-header`, `stale-timestamp`, `invalid-signature`,
 * `malformed-body`.
 *
 * A secret is used as it is shown in Whop's dashboard: its UTF-8 bytes are the key, nothing is stripped or decoded.
 */
export function createVerifier(options: { secrets: readonly string[]; now: () => Date }) {
  const keys = options.secrets.map(toKey);
  if (keys.length === 0) throw new Error('No webhook secret is set; a webhook is never accepted unverified.');

  return ({ headers, body }: Delivery): VerifiedEvent => {
    const webhookId = readHeader(headers, 'webhook-id');
    const timestamp = readHeader(headers, 'webhook-timestamp');
    const signatures = readHeader(headers, 'webhook-signature');
    checkTimestamp(timestamp, options.now());
    const candidates = readSignatures(signatures);
    if (!keys.some((key) => isSigned(sign(key, `${webhookId}.${timestamp}.`, body), candidates))) {
      throw new ApiError(
        'invalid-signature',
        'No signature matches: check that the webhook secret is the same.',
      );
    }
    return { webhookId, payload: parseObject(body) };
  };
}

function toKey(secret: string): KeyObject {
  if (secret === '') throw new Error('A webhook secret is empty; copy the whole secret from the dashboard.');
  return createSecretKey(secret, 'utf8');
}

/** A header sent more than once reads as Node joins it. */
function readHeader(headers: IncomingHttpHeaders, name: string): string {
  const value = headers[name];
  const text = Array.isArray(value) ? value.join(', ') : value;
  if (!text) throw new ApiError('missing-header', `The header ${name} is missing.`);
  return text;
}

function checkTimestamp(timestamp: string, now: Date): void {
  const nowSeconds = Math.floor(now.getTime() / 1000);
  if (!UNIX_SECONDS.test(timestamp) || Math.abs(nowSeconds - Number(timestamp)) > TOLERANCE_SECONDS) {
    throw new ApiError(
      'stale-timestamp',
      `The header webhook-timestamp must be unix seconds within ${TOLERANCE_SECONDS} of now.`,
    );
  }
}

/** `v1,<base64> v1,<base64> …`; other versions are skipped, as a sender may add them. */
function readSignatures(header: string): Buffer[] {
  const entries = header.split(' ').map((entry) => entry.split(','));
  return entries.flatMap(([version, text]) => (version === 'v1' && text ? [Buffer.from(text)] : []));
}

function sign(key: KeyObject, prefix: string, body: Buffer): Buffer {
  return Buffer.from(createHmac('sha256', key).update(prefix).update(body).digest('base64'));
}

/** Compared as text: base64 that decodes to the same bytes but is spelled differently is not Whop's. */
function isSigned(expected: Buffer, candidates: Buffer[]): boolean {
  return candidates.some((given) => given.length === expected.length && timingSafeEqual(given, expected));
}

function parseObject(body: Buffer): Record<string, unknown> {
  const value = isUtf8(body) ? parseJson(body.toString()) : undefined;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new ApiError('malformed-body', 'The body must be one JSON object in UTF-8.');
  }
  return value as Record<string, unknown>;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
