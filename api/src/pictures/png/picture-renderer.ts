import { ApiError } from '../../errors.ts';
import { Kept } from '../kept.ts';
import { RenderThread } from './render-thread.ts';
import type { CardJob, RenderJob } from './render-worker.ts';

export interface PictureRendererOptions {
  /** How many pictures are drawn at the same time, each by a thread of its own. */
  threads?: number;
  /** How many may wait for their turn; more are refused. */
  mostWaiting?: number;
  /** Of pictures that are kept for whoever asks for the same one. */
  mostKeptBytes?: number;
}

const KEPT_MS = 60 * 60 * 1000;

interface Waiting {
  readonly begin: (thread: RenderThread) => void;
  readonly refuse: (error: ApiError) => void;
}

/**
 * Draws pictures as PNG beside the event loop: a few at a time, each once while it is asked for, and never more waiting
 * than can be served.
 */
export class PictureRenderer {
  readonly #idle: RenderThread[];
  readonly #threads: readonly RenderThread[];
  readonly #waiting: Waiting[] = [];
  readonly #underWay = new Map<string, Promise<Uint8Array>>();
  readonly #kept: Kept<Uint8Array>;
  readonly #mostWaiting: number;
  #stopped = false;

  constructor({
    threads = 1,
    mostWaiting = 100,
    mostKeptBytes = 16 * 1024 * 1024,
  }: PictureRendererOptions = {}) {
    this.#threads = Array.from({ length: threads }, () => new RenderThread());
    this.#idle = [...this.#threads];
    this.#mostWaiting = mostWaiting;
    this.#kept = new Kept({ mostBytes: mostKeptBytes });
  }

  /** How many pictures are being drawn now, and how many wait. */
  get load(): { drawing: number; waiting: number } {
    return { drawing: this.#threads.length - this.#idle.length, waiting: this.#waiting.length };
  }

  /**
   * The PNG of a drawing. `key` names exactly what it shows. Rejects with `overloaded` where too many wait already.
   */
  async render(key: string, job: CardJob): Promise<Uint8Array> {
    return this.#kept.get(key) ?? this.#underWay.get(key) ?? this.#begin(key, job);
  }

  /** The PNG of something that nobody else asks for: it is not kept. Rejects as {@link render} does. */
  async draw(job: RenderJob): Promise<Uint8Array> {
    if (this.#waiting.length >= this.#mostWaiting) throw overloaded();
    const thread = await new Promise<RenderThread>((begin, refuse) => {
      this.#waiting.push({ begin, refuse });
      this.#next();
    });
    try {
      if (this.#stopped) throw overloaded();
      return await thread.render(job);
    } finally {
      this.#idle.push(thread);
      this.#next();
    }
  }

  /** Refuses whoever still waits, and whoever comes. */
  async stop(): Promise<void> {
    this.#stopped = true;
    for (const { refuse } of this.#waiting.splice(0)) refuse(overloaded());
    await Promise.all(this.#threads.map((thread) => thread.stop()));
  }

  #begin(key: string, job: CardJob): Promise<Uint8Array> {
    const drawn = this.draw(job)
      .then((png) => {
        this.#kept.keep(key, png, { bytes: png.byteLength, ms: KEPT_MS });
        return png;
      })
      .finally(() => this.#underWay.delete(key));
    this.#underWay.set(key, drawn);
    return drawn;
  }

  #next(): void {
    const thread = this.#waiting.length > 0 ? this.#idle.pop() : undefined;
    if (thread) this.#waiting.shift()?.begin(thread);
  }
}

function overloaded(): ApiError {
  const detail = 'Too many pictures are being drawn: ask again in a few seconds.';
  return new ApiError('overloaded', detail, { retryAfterSeconds: 5 });
}
