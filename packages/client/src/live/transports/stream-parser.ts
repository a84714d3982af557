/** One dispatched event of an event stream. */
export interface StreamEvent {
  /** `message` where the stream names none. */
  type: string;
  data: string;
  /** The stream's last event id as of this event; empty where there was none. */
  lastEventId: string;
}

/** What a parser calls back. */
export interface StreamHandlers {
  event(event: StreamEvent): void;
  /** How long to wait before connecting again, in milliseconds. */
  retry?(milliseconds: number): void;
}

/** No event of ours comes near this many characters; a stream without an end of it must not fill the memory. */
const LONGEST_EVENT = 1024 * 1024;

/**
 * Reads `text/event-stream` from chunks, cut anywhere.
 * @see https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation
 */
export class StreamParser {
  readonly #handlers: StreamHandlers;
  // Joins characters that were cut in two, and takes a byte order mark from the beginning.
  readonly #decoder = new TextDecoder();
  #rest = '';
  #afterCarriageReturn = false;
  #type = '';
  #data: string[] = [];
  #lastEventId = '';
  #length = 0;

  constructor(handlers: StreamHandlers) {
    this.#handlers = handlers;
  }

  /** Takes the next bytes. Throws a `RangeError` for an event that never ends. */
  feed(chunk: Uint8Array): void {
    let text = this.#decoder.decode(chunk, { stream: true });
    if (text === '') return;
    // A line end may be cut in two as well.
    if (this.#afterCarriageReturn && text.startsWith('\n')) text = text.slice(1);
    this.#afterCarriageReturn = text === '' ? false : text.endsWith('\r');
    const lines = (this.#rest + text).split(/\r\n|\r|\n/);
    this.#rest = lines.pop() ?? '';
    this.#length += text.length;
    for (const line of lines) this.#readLine(line);
    if (this.#length > LONGEST_EVENT) throw new RangeError('The event stream has an event without end.');
  }

  #readLine(line: string): void {
    if (line === '') return this.#dispatch();
    const colon = line.indexOf(':');
    // A comment.
    if (colon === 0) return;
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(line[colon + 1] === ' ' ? colon + 2 : colon + 1);
    this.#readField(field, value);
  }

  #readField(field: string, value: string): void {
    if (field === 'data') this.#data.push(value);
    else if (field === 'event') this.#type = value;
    else if (field === 'id' && !value.includes('\0')) this.#lastEventId = value;
    else if (field === 'retry' && /^[0-9]+$/.test(value)) this.#handlers.retry?.(Number(value));
  }

  #dispatch(): void {
    const type = this.#type || 'message';
    const data = this.#data;
    this.#type = '';
    this.#data = [];
    this.#length = 0;
    if (data.length === 0) return;
    this.#handlers.event({ type, data: data.join('\n'), lastEventId: this.#lastEventId });
  }
}
