import type { LiveEvent } from '../../types.ts';

/** What a transport calls back while it runs. */
export interface TransportListener {
  /** Every change after this version is told from now on; what was loaded at an older one has to be loaded again. */
  hello(version: number): void;
  event(event: LiveEvent): void;
  /** An event that could not be read: something happened, but not what. */
  malformed(): void;
  /** The other side was heard, be it only a heartbeat. */
  alive(): void;
  /** How long the API asks to wait before coming back, in milliseconds. */
  retry(milliseconds: number): void;
}

/** A way for changes to arrive as they happen. */
export interface Transport {
  readonly name: 'supabase' | 'sse';
  /** Whether a change that is lost on the way ends the connection too; elsewhere silence may hide one. */
  readonly isReliable: boolean;
  /**
   * Connects once and listens until the other side ends it. Rejects when it cannot connect or the connection breaks,
   * and with the signal's reason when it is aborted; coming back is the caller's business.
   */
  run(listener: TransportListener, signal: AbortSignal): Promise<void>;
}
