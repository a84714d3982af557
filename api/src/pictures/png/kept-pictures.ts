/** Pictures that were asked for lately, by what they show; the oldest go first. */
export class KeptPictures {
  readonly #pictures = new Map<string, Uint8Array>();
  readonly #mostBytes: number;
  #bytes = 0;

  constructor(mostBytes: number) {
    this.#mostBytes = mostBytes;
  }

  get(key: string): Uint8Array | undefined {
    const picture = this.#pictures.get(key);
    if (picture) {
      this.#pictures.delete(key);
      this.#pictures.set(key, picture);
    }
    return picture;
  }

  keep(key: string, picture: Uint8Array): void {
    this.#forget(key);
    this.#pictures.set(key, picture);
    this.#bytes += picture.byteLength;
    for (const oldest of this.#pictures.keys()) {
      if (this.#bytes <= this.#mostBytes) return;
      this.#forget(oldest);
    }
  }

  #forget(key: string): void {
    this.#bytes -= this.#pictures.get(key)?.byteLength ?? 0;
    this.#pictures.delete(key);
  }
}
