import { aborted, follow, onAbort } from '../../abort.ts';
import type { Environment } from '../../environment.ts';
import { NetworkError, ProtocolError, TimeoutError, Wee5Error } from '../../errors.ts';
import type { Http } from '../../http.ts';
import { readEvent } from '../live-events.ts';
import { StreamParser } from './stream-parser.ts';
import type { Transport, TransportListener } from './transport.ts';

/** A stream that works says hello at once; something on the way that gathers it does not pass that on. */
const HELLO_MS = 10_000;
/** The API sends a heartbeat four times in this time. */
const SILENCE_MS = 60_000;

interface Parts {
  http: Http;
  environment: Environment;
}

/** The API's own stream, for everyone. Its errors are `ClientError`s. */
export function createSseTransport(parts: Parts): Transport {
  return { name: 'sse', isReliable: true, run: (listener, signal) => readStream(parts, listener, signal) };
}

async function readStream(
  { http, environment }: Parts,
  listener: TransportListener,
  outer: AbortSignal,
): Promise<void> {
  const controller = follow(outer);
  const { signal } = controller;
  let callOff = (): void => undefined;
  const expectWithin = (milliseconds: number): void => {
    callOff();
    callOff = environment.after(milliseconds, () => {
      controller.abort(new TimeoutError(`The stream said nothing for ${milliseconds / 1000} s.`));
    });
  };

  try {
    expectWithin(HELLO_MS);
    const opening = http.open({ path: '/live', headers: { Accept: 'text/event-stream' }, signal });
    const response = await Promise.race([aborted(signal), opening]);
    let greeted = false;
    const parser = createParser(listener, () => (greeted = true));
    for await (const chunk of chunksOf(response, signal)) {
      listener.alive();
      parser.feed(chunk);
      if (greeted) expectWithin(SILENCE_MS);
    }
  } catch (error) {
    throw toError(error, signal);
  } finally {
    callOff();
    controller.abort();
  }
}

function createParser(listener: TransportListener, greet: () => void): StreamParser {
  return new StreamParser({
    retry: (milliseconds) => listener.retry(milliseconds),
    event({ type, data }) {
      const said = readEvent(type, parse(data));
      if (said === 'malformed') return listener.malformed();
      if (said === 'unknown') return;
      if ('event' in said) return listener.event(said.event);
      greet();
      listener.hello(said.hello);
    },
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function* chunksOf(response: Response, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  if (!response.body) throw new ProtocolError('The answer has no body to stream.');
  const reader = response.body.getReader();
  // The body of a page's own `fetch` may not heed the signal.
  onAbort(signal, () => void reader.cancel().catch(() => undefined));
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
