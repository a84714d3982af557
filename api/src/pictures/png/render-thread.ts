import { Worker } from 'node:worker_threads';
import type { RenderAnswer, RenderJob } from './render-worker.ts';

/** Fonts and pictures together; what would take more is stopped, and the server stays. */
const MOST_MEGABYTES = 256;

/** One picture takes a tenth of a second; this one would never be done. */
const PATIENCE_MS = 15_000;

interface Asked {
  readonly resolve: (answer: RenderAnswer) => void;
  readonly reject: (error: Error) => void;
}

/** A thread that draws one picture after the other. It starts with the first, and anew after it failed. */
export class RenderThread {
  #worker: Worker | undefined;
  #asked: Asked | undefined;

  /** One at a time. Rejects where the picture cannot be drawn; the next one can still be. */
  async render(job: RenderJob): Promise<Uint8Array> {
    const patience = setTimeout(() => void this.stop(), PATIENCE_MS);
    try {
      const answer = await this.#ask(job);
      if ('png' in answer) return answer.png;
      if (answer.isBroken) await this.stop();
      throw new Error(`The picture could not be drawn: ${answer.error}`);
    } finally {
      clearTimeout(patience);
    }
  }

  async stop(): Promise<void> {
    await this.#worker?.terminate();
  }

  #ask(job: RenderJob): Promise<RenderAnswer> {
    const worker = (this.#worker ??= this.#start());
    return new Promise((resolve, reject) => {
      this.#asked = { resolve, reject };
      worker.postMessage(job, []);
    });
  }

  #start(): Worker {
    const worker = new Worker(new URL('./render-worker.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
    });
    // Whoever waits for a picture keeps the process alive, not the thread that might draw one.
    worker.unref();
    worker.on('message', (answer: RenderAnswer) => this.#asked?.resolve(answer));
    worker.on('error', (error) => this.#fail(error));
    worker.on('exit', () => {
      this.#worker = undefined;
      this.#fail();
    });
    return worker;
  }

  /** After the answer there is nobody left to hear it. */
  #fail(cause?: unknown): void {
    this.#asked?.reject(new Error('The thread that draws pictures ended.', { cause }));
  }
}
