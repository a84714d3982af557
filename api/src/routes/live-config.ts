import type { LiveConfig } from '@wee5/contract';
import type { Config } from '../config.ts';
import { communityTopic, memberTopic } from '../live/topics.ts';

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
    const topics = [communityTopic(communityId), memberTopic(communityId, userId)];
    return { transport: 'supabase', url, publishableKey, topics };
  }
  const path = `/api/v1/communities/${encodeURIComponent(communityId)}/live`;
  return { transport: 'sse', url: (server.publicUrl ?? '') + path };
}
