import type { ServerResponse } from 'node:http';
import { retryHint, toFrame } from './frame.ts';

/** Bytes a viewer may be behind before it is let go. */
const MOST_BEHIND = 64 * 1024;

const headers = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  // Nothing between here and the viewer may keep, compress or gather the stream.
  'Cache-Control': 'no-store, no-transform',
  'X-Accel-Buffering': 'no',
};

/** One open event stream. What is said before it has been opened is covered by the version it opens with. */
export class Viewer {
  readonly #response: ServerResponse;
  #open = false;

  constructor(response: ServerResponse) {
    this.#response = response;
  }

  /**
   * Begins the stream: `hello` with the community's version, and, for a viewer who comes back having heard another
   * one, first the word that something was missed.
   */
  open(version: number, lastEventId: string | undefined, retryMs: number): void {
    this.#response.writeHead(200, headers);
    this.#open = true;
    this.write(retryHint(retryMs));
    if (lastEventId !== undefined && lastEventId !== String(version)) {
      this.write(toFrame('community.changed', { version, after: version }, version));
    }
    this.write(toFrame('hello', { version }, version));
  }

  /** Sends bytes, unless the viewer has fallen too far behind: then it is let go, and resyncs when it comes back. */
  write(bytes: Buffer): void {
    if (!this.#open) return;
    if (this.#response.writableLength + bytes.length > MOST_BEHIND) this.#response.destroy();
    else this.#response.write(bytes);
  }

  /** Ends the stream; what was written still arrives. */
  end(): void {
    if (this.#open) this.#response.end();
  }
}
