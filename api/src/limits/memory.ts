import type { Policy } from './policies.ts';
import type { LimitStore, Taken } from './port.ts';

interface Window {
  resetAt: number;
  counts: Map<string, number>;
}

/** Limits of one process. A window is forgotten as a whole, so nothing has to be cleaned up. */
export class MemoryLimits implements LimitStore {
  readonly name = 'memory';
  readonly #now: () => Date;
  readonly #mostSubjects: number;
  /** By length in milliseconds. */
  readonly #windows = new Map<number, Window>();

  /** Past `mostSubjects` in a window the one seen first is forgotten. */
  constructor(options: { now: () => Date; mostSubjects?: number }) {
    this.#now = options.now;
    this.#mostSubjects = options.mostSubjects ?? 100_000;
  }

  async take(subject: string, { quota, windowSeconds }: Policy): Promise<Taken> {
    const { resetAt, counts } = this.#window(windowSeconds * 1000);
    const count = (counts.get(subject) ?? 0) + 1;
    counts.set(subject, count);
    if (counts.size > this.#mostSubjects) counts.delete(counts.keys().next().value as string);
    return { allowed: count <= quota, remaining: Math.max(0, quota - count), resetAt };
  }

  #window(lengthMs: number): Window {
    const now = this.#now().getTime();
    const current = this.#windows.get(lengthMs);
    if (current && now < current.resetAt && now >= current.resetAt - lengthMs) return current;
    const next = { resetAt: (Math.floor(now / lengthMs) + 1) * lengthMs, counts: new Map<string, number>() };
    this.#windows.set(lengthMs, next);
    return next;
  }
}
