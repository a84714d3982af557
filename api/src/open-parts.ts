import type { Config } from './config.ts';
import { openDatabase } from './database/open.ts';
import { DatabaseError, type Database } from './database/port.ts';
import { MemoryLimits } from './limits/memory.ts';
import type { LimitStore } from './limits/port.ts';
import { UpstashLimits } from './limits/upstash.ts';
import { MemoryMarks } from './marks/memory.ts';
import type { Marks } from './marks/port.ts';
import { UpstashMarks } from './marks/upstash.ts';
import { connectUpstash } from './upstash.ts';

/** The database the configuration names. Rejects with an error that says what to do. */
export async function openConfigured(
  { database, supabase, dataDirectory }: Config,
  progress: (line: string) => void,
): Promise<Database> {
  try {
    return await openDatabase({
      databaseUrl: database.url,
      databaseListenUrl: database.listenUrl,
      supabase,
      dataDir: dataDirectory,
      log: progress,
    });
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error;
    const overHttp = database.url === undefined && supabase !== undefined;
    const advice = overHttp
      ? 'correct SUPABASE_URL or SUPABASE_SECRET_KEY'
      : 'start it, or correct DATABASE_URL';
    throw new Error(`The database does not answer (${error.message}): ${advice}.`, { cause: error });
  }
}

/** What may be lost: in Redis, shared by every replica, or in this process's memory. */
export function openStores({ upstash }: Config, now: () => Date): { marks: Marks; limits: LimitStore } {
  if (!upstash) return { marks: new MemoryMarks({ now }), limits: new MemoryLimits({ now }) };
  const redis = connectUpstash(upstash);
  return { marks: new UpstashMarks(redis), limits: new UpstashLimits(redis) };
}
