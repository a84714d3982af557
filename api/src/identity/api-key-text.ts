import { createHash, randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { ApiKeyKind } from '@wee5/contract';

const prefixes = { publishable: 'pk_', secret: 'sk_' } as const satisfies Record<ApiKeyKind, string>;

/** 43 characters of secret, 6 of its checksum: a typo is told from a key without asking the database. */
const shape = /^[ps]k_[\w-]{49}$/;

/** A new key: `pk_` or `sk_`, 32 random bytes and a checksum, in base64url. */
export function makeKeyText(kind: ApiKeyKind): string {
  const text = prefixes[kind] + randomBytes(32).toString('base64url');
  return text + checksumOf(text);
}

/** Whether a text was made by `makeKeyText`, as far as can be seen from it. */
export function isKeyText(text: string): boolean {
  return shape.test(text) && text.endsWith(checksumOf(text.slice(0, -6)));
}

/** Which kind of key a text looks like, whole or not. */
export function kindOfKeyText(text: string): ApiKeyKind | undefined {
  if (text.startsWith(prefixes.publishable)) return 'publishable';
  return text.startsWith(prefixes.secret) ? 'secret' : undefined;
}

/** What the database keeps of a key: its SHA-256, in hex. A key is too random to need a slower hash. */
export function hashKeyText(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function checksumOf(text: string): string {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(crc32(text));
  return bytes.toString('base64url');
}
