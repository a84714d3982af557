import { aborted } from './abort.ts';
import type { Environment } from './environment.ts';
import { NetworkError, ProtocolError, TimeoutError, Wee5Error } from './errors.ts';
import type { Http } from './http.ts';
import { readEvent } from './live-events.ts';
import { StreamParser } from './sse.ts';
import type { LiveEvent } from './types.ts';

/** What a stream calls back. */
export interface StreamListener {
  /** The stream works, and the community is at this version. */
  hello(version: number): void;
  event(event: LiveEvent): void;
  /** An event that could not be read: something happened, but not what. */
  malformed(): void;
  /** Bytes came, be it only a heartbeat. */
  alive(): void;
  /** How long the API asks to wait before coming back, in milliseconds. */
  retry(milliseconds: number): void;
}

/** A stream that works says hello at once; something on the way that gathers it does not pass that on. */
const HELLO_MS = 10_000;
/** The API sends a heartbeat four times in this time. */
const SILENCE_MS = 60_000;

/**
 * Opens the community's stream and reads it until the API ends it. Rejects with a `ClientError` when it cannot be
 * opened or is cut, and with the signal's reason when it is aborted.
 */
export async function readStream(
  { http, environment }: { http: Http; environment: Environment },
  listener: StreamListener,
  signal: AbortSignal,
): Promise<void> {
  const controller = new AbortController();
  const abort = (): void => controller.abort(signal.reason);
  signal.addEventListener('abort', abort);
  let callOff = (): void => undefined;
  const expectWithin = (milliseconds: number): void => {
    callOff();
    callOff = environment.after(milliseconds, () => {
      controller.abort(new TimeoutError(`The stream said nothing for ${milliseconds / 1000} s.`));
    });
  };

  try {
    expectWithin(HELLO_MS);
    const opening = http.open({
      path: '/live',
      headers: { Accept: 'text/event-stream' },
      signal: controller.signal,
    });
    const response = await Promise.race([aborted(controller.signal), opening]);
    let greeted = false;
    const parser = createParser(listener, () => (greeted = true));
    for await (const chunk of chunksOf(response, controller.signal)) {
      listener.alive();
      parser.feed(chunk);
      if (greeted) expectWithin(SILENCE_MS);
    }
  } catch (error) {
    throw toError(error, controller.signal);
  } finally {
    callOff();
    signal.removeEventListener('abort', abort);
    controller.abort();
  }
}

function createParser(listener: StreamListener, greet: () => void): StreamParser {
  return new StreamParser({
    retry: (milliseconds) => listener.retry(milliseconds),
    event(message) {
      const said = readEvent(message);
      if (said === 'malformed') return listener.malformed();
      if (said === 'unknown') return;
      if ('event' in said) return listener.event(said.event);
      greet();
      listener.hello(said.hello);
    },
  });
}

async function* chunksOf(response: Response, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  if (!response.body) throw new ProtocolError('The answer has no body to stream.');
  const reader = response.body.getReader();
  // The body of a page's own `fetch` may not heed the signal.
  signal.addEventListener('abort', () => void reader.cancel().catch(() => undefined));
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return signal.throwIfAborted();
    yield value;
  }
}

function toError(error: unknown, signal: AbortSignal): unknown {
  if (signal.aborted) return signal.reason;
  if (error instanceof Wee5Error) return error;
  if (error instanceof RangeError) return new ProtocolError(error.message, { cause: error });
  return new NetworkError('The stream was cut.', { cause: error });
}
