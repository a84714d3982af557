import type { RealtimeLibrary } from './realtime-library.ts';

/** Loads the one library that only members need, by itself: bundlers make a file of its own of it. */
export async function loadRealtime(): Promise<RealtimeLibrary> {
  return (await import('@supabase/realtime-js')) as unknown as RealtimeLibrary;
}
