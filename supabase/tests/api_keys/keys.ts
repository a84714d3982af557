import { createHash, randomUUID } from 'node:crypto';
import { functions } from '../support/index.ts';
import type { TestCommunity } from '../support/index.ts';
import type { ApiKeyRow } from '../../../api/src/database/functions.ts';

export const sha256 = (key: string): string => createHash('sha256').update(key).digest('hex');

/** Keeps a new key of a community; `key` is what only its holder has. */
export async function newKey(
  club: TestCommunity,
  details: { kind?: 'publishable' | 'secret'; label?: string; allowedOrigins?: string[] } = {},
): Promise<ApiKeyRow & { key: string }> {
  const { kind = 'secret', label = null, allowedOrigins = [] } = details;
  const key = `sk_${randomUUID()}`;
  const row = await functions.createApiKey({
    communityId: club.id,
    kind,
    keyHash: sha256(key),
    label,
    allowedOrigins,
  });
  if (!row) throw new Error(`There is no community ${club.id}.`);
  return { ...row, key };
}
