import { Kept } from '../kept.ts';
import type { PictureRenderer } from '../png/picture-renderer.ts';
import { allowedAddress, type PictureHosts } from './allowed-address.ts';
import { fetchPicture } from './fetch-picture.ts';
import { readPictureHeader } from './picture-header.ts';

export interface PortraitLimits {
  /** How long a card waits for its picture; it is drawn without after that. */
  readonly patienceMs: number;
  /** How long a host may take altogether. */
  readonly fetchMs: number;
  readonly mostBytes: number;
  /** Of each side, in pixels. */
  readonly longestSide: number;
  readonly mostPixels: number;
  /** How many are fetched at the same time; a card beyond that is drawn without. */
  readonly mostAtOnce: number;
  readonly keptMs: number;
  /** How long an address that gave no picture is not asked again. */
  readonly failedMs: number;
  readonly mostKeptBytes: number;
}

export const portraitLimits: PortraitLimits = {
  patienceMs: 1500,
  fetchMs: 8000,
  mostBytes: 2 * 1024 * 1024,
  longestSide: 4096,
  mostPixels: 5_000_000,
  mostAtOnce: 16,
  keptMs: 60 * 60 * 1000,
  failedMs: 10 * 60 * 1000,
  mostKeptBytes: 16 * 1024 * 1024,
};

export interface PortraitsOptions {
  readonly allowed: PictureHosts;
  readonly renderer: Pick<PictureRenderer, 'draw'>;
  readonly now: () => Date;
  readonly limits?: Partial<PortraitLimits> | undefined;
  readonly fetch?: typeof fetch;
}

/** Whoever waits for one of them waits no longer than for the first. */
type Waiting = Promise<string | undefined>;

/**
 * Members' pictures for their cards: fetched from listed hosts alone, drawn anew as small round PNGs, and kept in memory
 * for a while. Nothing of a file but what it shows comes further than here.
 */
export class Portraits {
  readonly #options: PortraitsOptions;
  readonly #limits: PortraitLimits;
  /** `data:` addresses; null for what gave no picture. */
  readonly #kept: Kept<string | null>;
  readonly #underWay = new Map<string, Waiting>();
  readonly #closed = new AbortController();

  constructor(options: PortraitsOptions) {
    this.#options = options;
    this.#limits = { ...portraitLimits, ...options.limits };
    const { mostKeptBytes } = this.#limits;
    this.#kept = new Kept({ mostBytes: mostKeptBytes, now: () => options.now().getTime() });
  }

  /** As `data:` address; undefined where there is none, and where it is not there in time. Never rejects. */
  async of(avatarUrl: string | null): Promise<string | undefined> {
    const url = avatarUrl === null ? undefined : this.#allow(avatarUrl);
    if (!url) return undefined;
    const kept = this.#kept.get(url.href);
    if (kept !== undefined) return kept ?? undefined;
    return this.#underWay.get(url.href) ?? this.#begin(url.href);
  }

  /** Breaks off what is under way. */
  close(): void {
    this.#closed.abort();
  }

  #begin(address: string): Waiting | undefined {
    if (this.#underWay.size >= this.#limits.mostAtOnce || this.#closed.signal.aborted) return undefined;
    const loaded = this.#load(address).finally(() => this.#underWay.delete(address));
    const waiting = inTime(loaded, this.#limits.patienceMs);
    this.#underWay.set(address, waiting);
    return waiting;
  }

  async #load(address: string): Promise<string | undefined> {
    const { keptMs, failedMs } = this.#limits;
    try {
      const portrait = `data:image/png;base64,${Buffer.from(await this.#draw(address)).toString('base64')}`;
      this.#kept.keep(address, portrait, { bytes: portrait.length, ms: keptMs });
      return portrait;
    } catch {
      // A card without a picture is no failure; whose it is stays out of the log.
      this.#kept.keep(address, null, { bytes: address.length, ms: failedMs });
      return undefined;
    }
  }

  async #draw(address: string): Promise<Uint8Array> {
    const { fetchMs, mostBytes, longestSide, mostPixels } = this.#limits;
    const file = await fetchPicture(address, {
      allow: (next) => this.#allow(next),
      fetch: this.#options.fetch ?? fetch,
      signal: AbortSignal.any([this.#closed.signal, AbortSignal.timeout(fetchMs)]),
      mostBytes,
    });
    const header = readPictureHeader(file);
    if (!header) throw new Error('It is no picture.');
    const { width, height } = header;
    if (Math.max(width, height) > longestSide || width * height > mostPixels)
      throw new Error('It is too large.');
    return this.#options.renderer.draw({ portrait: file, ...header });
  }

  #allow(address: string): URL | undefined {
    return allowedAddress(address, this.#options.allowed);
  }
}

/** What a promise resolves to, or undefined where that takes longer. */
async function inTime<T>(promise: Promise<T>, ms: number): Promise<T | undefined> {
  const { promise: late, resolve } = Promise.withResolvers<undefined>();
  const timer = setTimeout(() => resolve(undefined), ms);
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
