import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import {
  CompactSign,
  compactVerify,
  exportJWK,
  generateKeyPair,
  importJWK,
  type CryptoKey,
  type JWK,
} from 'jose';
import type { Config } from '../config.ts';
import { keepText } from '../kept-file.ts';

/** What member tokens are signed and checked with: one algorithm and, with ES256, one `kid`. */
export interface JwtKey {
  readonly algorithm: 'ES256' | 'HS256';
  readonly kid: string | undefined;
  readonly signing: CryptoKey | Uint8Array;
  readonly checking: CryptoKey | Uint8Array;
}

/** A new private ES256 key as a JWK with a `kid`. */
export async function makeJwtKey(): Promise<JWK> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  return { ...(await exportJWK(privateKey)), kid: randomUUID(), alg: 'ES256', use: 'sig' };
}

/** The key that is configured or, where none is, the one in `jwt-key` of the data directory, made on the first start. */
export async function openJwtKey(
  { jwtKey, dataDirectory, database, supabase }: Config,
  warn: (line: string) => void,
): Promise<JwtKey> {
  if (jwtKey !== undefined) return importJwtKey(jwtKey, 'WEE5_JWT_KEY');
  const path = join(dataDirectory, 'jwt-key');
  const { text } = await keepText(path, async () => JSON.stringify(await makeJwtKey())).catch(cannotKeep);
  if (database.url !== undefined || supabase !== undefined) {
    warn(
      `WEE5_JWT_KEY is not set: member tokens are signed with the key in ${path}, which this machine alone has. ` +
        'Several replicas need the same WEE5_JWT_KEY.',
    );
  }
  return importJwtKey(text, path);
}

function cannotKeep(cause: unknown): never {
  const advice = 'set WEE5_JWT_KEY, or WEE5_DATA_DIR to a directory that can be written to';
  throw new Error(`WEE5_JWT_KEY is not set, and none can be kept (${(cause as Error).message}): ${advice}.`, {
    cause,
  });
}

/** Rejects with an error that names where the key came from, and nothing of it. */
export async function importJwtKey(text: string, source: string): Promise<JwtKey> {
  try {
    const key = text.trimStart().startsWith('{') ? await importJwk(text) : toSharedKey(text);
    await tryOut(key);
    return key;
  } catch {
    // No cause: what a parser says about a key may quote it.
    throw new Error(`${source} holds no usable key: make another one with \`npx pnpm@10 wee5 jwt-key\`.`);
  }
}

async function importJwk(text: string): Promise<JwtKey> {
  const { kty, crv, x, y, d, kid } = JSON.parse(text) as Record<string, string | undefined>;
  const [signing, checking] = await Promise.all([
    importJWK({ kty, crv, x, y, d } as JWK, 'ES256'),
    importJWK({ kty, crv, x, y } as JWK, 'ES256'),
  ]);
  return { algorithm: 'ES256', kid, signing, checking };
}

function toSharedKey(secret: string): JwtKey {
  const bytes = new TextEncoder().encode(secret);
  return { algorithm: 'HS256', kid: undefined, signing: bytes, checking: bytes };
}

// The two halves of a JWK need not belong together.
async function tryOut({ algorithm, signing, checking }: JwtKey): Promise<void> {
  const signed = await new CompactSign(new Uint8Array(1))
    .setProtectedHeader({ alg: algorithm })
    .sign(signing);
  await compactVerify(signed, checking, { algorithms: [algorithm] });
}
