import type { Log } from './log.ts';

/** Where a project's Realtime is, and what opens it. */
export interface RealtimeAddress {
  /** The project's, as in `SupabaseOptions`. */
  url: string;
  secretKey: string;
}

export interface RealtimeSettings {
  /** How often a connection is tried, so that one which died silently is noticed. */
  heartbeatMs: number;
  /** How long connecting, and joining a topic, may take. */
  answerLimitMs: number;
  /** Topics on one connection at most; Realtime allows 100 unless told otherwise. */
  topicsPerConnection: number;
  /** Between two joins: Realtime allows 100 a second to a whole project unless told otherwise. */
  joinEveryMs: number;
  /** How long a topic is still heard after nobody wants it: somebody who reloads a page comes back. */
  lingerMs: number;
  /** Between attempts: at first, and at most. */
  retry: { first: number; longest: number };
}

export const defaultRealtimeSettings: RealtimeSettings = {
  heartbeatMs: 15_000,
  answerLimitMs: 5000,
  topicsPerConnection: 90,
  joinEveryMs: 25,
  lingerMs: 10_000,
  retry: { first: 250, longest: 30_000 },
};

export interface RealtimeOptions extends RealtimeAddress, Partial<RealtimeSettings> {
  /** Gets a line when topics cannot be heard. */
  log: Log;
}
