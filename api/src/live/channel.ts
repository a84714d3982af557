import type { CommitMessage } from '../database/port.ts';
import { Coalescer } from './coalescer.ts';
import { toFrame } from './frame.ts';
import type { Viewer } from './viewer.ts';

/** One topic and who hears it; every message is made into bytes once. */
export class Channel {
  readonly viewers = new Set<Viewer>();
  readonly #coalescer: Coalescer;
  #version: number | undefined;

  constructor(intervalMs: number) {
    this.#coalescer = new Coalescer(
      (change) => this.#send('community.changed', change, change.version),
      intervalMs,
    );
  }

  /** The newest version that was heard of. */
  get version(): number | undefined {
    return this.#version;
  }

  /** What the first viewer was opened with; later ones may come while messages are on their way to the others. */
  startAt(version: number): void {
    this.#version ??= version;
  }

  /** Takes what a commit says on a community's topic. */
  announce({ event, payload }: CommitMessage): void {
    if (this.#version !== undefined && payload.version <= this.#version) return;
    this.#version = payload.version;
    if (event === 'community.changed') return this.#coalescer.add(payload);
    this.#coalescer.flush();
    this.#coalescer.clear();
    this.#send(event, payload, payload.version);
  }

  /** Takes what is one member's own: rare, and no substitute for what the community hears at the same version. */
  tell({ event, payload }: CommitMessage): void {
    this.#send(event, payload);
  }

  /** The community is at this version: where nobody heard of it, everybody is told to load again. */
  catchUp(version: number): void {
    if (this.#version !== undefined && version <= this.#version) return;
    this.#version = version;
    this.#coalescer.clear();
    this.#send('community.changed', { version, after: version }, version);
  }

  end(): void {
    this.#coalescer.clear();
    for (const viewer of this.viewers) viewer.end();
  }

  #send(event: string, data: object, id?: number): void {
    const frame = toFrame(event, data, id);
    for (const viewer of this.viewers) viewer.write(frame);
  }
}
