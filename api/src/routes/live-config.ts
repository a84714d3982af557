import type { LiveConfig } from '@wee5/contract';
import type { Config } from '../config.ts';
import { topicsFor } from '../live/topics.ts';

/**
 * How a reader hears of changes: the holder of a member token (`userId`) through Supabase where browsers may join it,
 * everybody else (null) through this server.
 */
export function toLiveConfig(
  { supabase, server }: Config,
  communityId: string,
  userId: string | null,
): LiveConfig {
  if (userId !== null && supabase?.publishableKey !== undefined) {
    const { url, publishableKey } = supabase;
    return { transport: 'supabase', url, publishableKey, topics: topicsFor(communityId, { userId }) };
  }
  const path = `/api/v1/communities/${encodeURIComponent(communityId)}/live`;
  return { transport: 'sse', url: (server.publicUrl ?? '') + path };
}
