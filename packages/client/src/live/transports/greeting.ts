import { readEvent } from '../live-events.ts';
import type { TransportListener } from './transport.ts';

/** Keeps what comes before the greeting until it is known which version to greet with. */
export class Greeting {
  readonly #listener: TransportListener;
  #early: (() => void)[] | undefined = [];

  constructor(listener: TransportListener) {
    this.#listener = listener;
  }

  /** Takes a message by its name. */
  take(name: string, payload: unknown): void {
    const said = readEvent(name, payload);
    if (said === 'malformed') this.#tell(() => this.#listener.malformed());
    else if (said !== 'unknown' && 'event' in said) this.#tell(() => this.#listener.event(said.event));
  }

  /** Says hello, and then what has happened since. */
  say(version: number): void {
    this.#listener.hello(version);
    const early = this.#early ?? [];
    this.#early = undefined;
    for (const tell of early) tell();
  }

  #tell(tell: () => void): void {
    if (this.#early) this.#early.push(tell);
    else tell();
  }
}
