import type { ApiKey } from '@wee5/contract';

/** A key as the database keeps it: only the SHA-256 of the key itself, which is never answered. */
export interface ApiKeyRow extends ApiKey {
  communityId: string;
}
