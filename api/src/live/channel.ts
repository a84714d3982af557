import type { CommitMessage } from '../database/port.ts';
import type { ViewerScope } from '../database/rows.ts';
import { Coalescer } from './coalescer.ts';
import { toFrame } from './frame.ts';
import type { Viewer } from './viewer.ts';

/** Whose topic a channel is: the community's, or a member's own. */
export interface ChannelOwner {
  communityId: string;
  userId: string | null;
}

/** One topic and who hears it; every message is made into bytes once. */
export class Channel {
  readonly topic: string;
  readonly owner: ChannelOwner;
  readonly viewers = new Set<Viewer>();
  readonly #coalescer: Coalescer;
  #version: number | undefined;

  constructor(topic: string, owner: ChannelOwner, intervalMs: number) {
    this.topic = topic;
    this.owner = owner;
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

  /**
   * Takes what is one member's own: rare, and no substitute for what the community hears at the same version. One
   * commit may say several things, but none comes after what a later commit said.
   */
  tell({ event, payload }: Pick<CommitMessage, 'event' | 'payload'>): void {
    if (payload.version < (this.#version ?? 0)) return;
    this.#version = payload.version;
    const frame = toFrame(event, payload);
    for (const viewer of this.viewers) viewer.writeOwn(frame);
  }

  /** The community is at this version: where nobody heard of it, everybody is told to load again. */
  catchUp(version: number): void {
    if (this.#version !== undefined && version <= this.#version) return;
    this.#version = version;
    this.#coalescer.clear();
    this.#send('community.changed', { version, after: version }, version);
  }

  /** Ends the streams of those who may not watch any more. */
  keepOnly(mayStay: (scope: ViewerScope) => boolean): void {
    for (const viewer of this.viewers) if (!mayStay(viewer.watcher.scope)) viewer.end();
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
