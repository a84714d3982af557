import type { Database } from '../port.ts';
import type { ApiKeyRow } from '../rows.ts';

export function keyFunctions(database: Database) {
  return {
    /** Keeps a new key; null for an unknown community. `keyHash` is the SHA-256 of the whole key, in hex. */
    createApiKey(key: {
      communityId: string;
      kind: 'publishable' | 'secret';
      keyHash: string;
      label: string | null;
      allowedOrigins: string[];
    }): Promise<ApiKeyRow | null> {
      return database.call('create_api_key', { key });
    },

    /** The community's keys, newest first, revoked ones included. */
    listApiKeys(communityId: string): Promise<ApiKeyRow[]> {
      return database.call('list_api_keys', { community_id: communityId });
    },

    /** Ends a key for good; null for one that this community does not have. Revoking twice keeps the first time. */
    revokeApiKey(communityId: string, keyId: string, at: string): Promise<ApiKeyRow | null> {
      return database.call('revoke_api_key', { community_id: communityId, key_id: keyId, at });
    },

    /** The key with this hash unless it was revoked; null for none. */
    findApiKey(keyHash: string): Promise<ApiKeyRow | null> {
      return database.call('find_api_key', { key_hash: keyHash });
    },

    /** Moves `lastUsedAt` forward; returns how many moved. */
    touchApiKeys(touches: { communityId: string; keyId: string; at: string }[]): Promise<number> {
      return database.call('touch_api_keys', { touches });
    },
  };
}
