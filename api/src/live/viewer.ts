import type { ServerResponse } from 'node:http';
import { retryHint, toFrame } from './frame.ts';
import type { Watcher } from './topics.ts';

/** Bytes a viewer may be behind before it is let go. */
const MOST_BEHIND = 64 * 1024;

/** Past this a timer would run off at once; identities last an hour. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

const headers = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  // Nothing between here and the viewer may keep, compress or gather the stream.
  'Cache-Control': 'no-store, no-transform',
  'X-Accel-Buffering': 'no',
};

/** What a stream begins with. */
export interface Opening {
  /** Of the community. */
  version: number;
  /** What the viewer had heard before. */
  lastEventId: string | undefined;
  retryMs: number;
  now: Date;
}

/** One event stream. What the community is told before it was opened is covered by the version it opens with. */
export class Viewer {
  readonly watcher: Watcher;
  readonly #response: ServerResponse;
  #state: 'coming' | 'open' | 'ended' = 'coming';
  #early: Buffer[] = [];

  constructor(response: ServerResponse, watcher: Watcher) {
    this.#response = response;
    this.watcher = watcher;
  }

  /**
   * Begins the stream: `hello` with the community's version, and, for a viewer who comes back having heard another
   * one, first the word that something was missed; then what was the member's own since they took their seat.
   */
  open({ version, lastEventId, retryMs, now }: Opening): void {
    const isOver = this.#state === 'ended';
    this.#state = 'open';
    this.#response.writeHead(200, headers);
    this.write(retryHint(retryMs));
    if (lastEventId !== undefined && lastEventId !== String(version)) {
      this.write(toFrame('community.changed', { version, after: version }, version));
    }
    this.write(toFrame('hello', { version }, version));
    for (const bytes of this.#early.splice(0)) this.write(bytes);
    if (isOver) this.end();
    else this.#endAt(this.watcher.until, now);
  }

  /** Sends bytes, unless the viewer has fallen too far behind: then it is let go, and resyncs when it comes back. */
  write(bytes: Buffer): void {
    if (this.#state !== 'open') return;
    if (this.#response.writableLength + bytes.length > MOST_BEHIND) this.#response.destroy();
    else this.#response.write(bytes);
  }

  /** The same for what is said once and no version covers: it is kept until the stream is open. */
  writeOwn(bytes: Buffer): void {
    if (this.#state === 'coming') this.#early.push(bytes);
    else this.write(bytes);
  }

  /** Ends the stream, once it was opened; what was written still arrives. */
  end(): void {
    if (this.#state === 'open') this.#response.end();
    this.#state = 'ended';
  }

  #endAt(until: Date | null, now: Date): void {
    if (until === null) return;
    const left = Math.min(until.getTime() - now.getTime(), LONGEST_TIMER_MS);
    const timer = setTimeout(() => this.end(), left);
    this.#response.once('close', () => clearTimeout(timer));
  }
}
