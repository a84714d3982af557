import { aborted, follow, onAbort } from '../../abort.ts';
import type { Environment } from '../../environment.ts';
import type { Http } from '../../http.ts';
import { read } from '../../read.ts';
import type { TokenSource } from '../../token.ts';
import { Greeting } from './greeting.ts';
import { RealtimeError } from './realtime-error.ts';
import { RealtimeSession, type RealtimeConfig } from './realtime-session.ts';
import { renewBeforeExpiry } from './renew-token.ts';
import type { Transport, TransportListener } from './transport.ts';

/** A socket that opens at all does so sooner. */
const OPEN_MS = 5000;

interface Parts {
  http: Http;
  tokens: TokenSource;
  environment: Environment;
}

/** One attempt: its parts, who hears of it, and what ends it. */
interface Attempt extends Parts {
  listener: TransportListener;
  controller: AbortController;
}

/** Supabase Realtime, for holders of a member token. Errors that are Realtime's own are `RealtimeError`s. */
export function createSupabaseTransport(parts: Parts): Transport {
  return {
    name: 'supabase',
    isReliable: false,
    async run(listener, signal) {
      try {
        await listen(parts, listener, signal);
      } catch (error) {
        const mayMend = error instanceof RealtimeError && error.problem === 'token';
        if (!mayMend) throw error;
        await listen(parts, listener, signal);
      }
    },
  };
}

/** Never resolves: there is no end that is not an error or the caller's wish. */
async function listen(parts: Parts, listener: TransportListener, outer: AbortSignal): Promise<void> {
  const controller = follow(outer);
  const { signal } = controller;
  try {
    await Promise.race([aborted(signal), connect({ ...parts, listener, controller })]);
    await aborted(signal);
  } catch (error) {
    throw signal.aborted ? signal.reason : error;
  } finally {
    controller.abort();
  }
}

/** Joins first, then asks how far the community has come: nothing can happen unheard in between. */
async function connect(attempt: Attempt): Promise<void> {
  const { http, tokens, listener, controller } = attempt;
  const { signal } = controller;
  const { live } = await read(http, { kind: 'community' }, { signal, cache: 'no-cache' });
  const token = await tokens.get();
  if (live.transport !== 'supabase' || token === undefined) throw new RealtimeError('not-offered');
  const greeting = new Greeting(listener);
  const session = await open({ config: live, token }, attempt);
  await join(session, { config: live, token, tokens, greeting });
  const { version } = await read(http, { kind: 'community' }, { signal, cache: 'no-cache' });
  signal.throwIfAborted();
  renewBeforeExpiry(token, { ...attempt, signal, use: (next) => session.authorize(next) });
  greeting.say(version);
}

async function open(
  { config, token }: { config: RealtimeConfig; token: string },
  { environment, listener, controller }: Attempt,
): Promise<RealtimeSession> {
  const { signal } = controller;
  const lost = (error: RealtimeError): void => controller.abort(error);
  try {
    const library = await environment.loadRealtime();
    signal.throwIfAborted();
    const opened = environment.after(OPEN_MS, () => lost(new RealtimeError('unreachable')));
    onAbort(signal, opened);
    return new RealtimeSession({
      library,
      config,
      token,
      signal,
      opened,
      lost,
      alive: () => listener.alive(),
    });
  } catch (cause) {
    throw new RealtimeError('unreachable', cause);
  }
}

async function join(
  session: RealtimeSession,
  {
    config,
    token,
    tokens,
    greeting,
  }: {
    config: RealtimeConfig;
    token: string;
    tokens: TokenSource;
    greeting: Greeting;
  },
): Promise<void> {
  try {
    // A join is decided by the token that is set when it is sent.
    await session.authorize(token);
    const received = (event: string, payload: unknown): void => greeting.take(event, payload);
    await Promise.all(config.topics.map((topic) => session.join(topic, received)));
  } catch (error) {
    // What the library throws by itself: there are no sockets here.
    if (!(error instanceof RealtimeError)) throw new RealtimeError('unreachable', error);
    const canMend = error.problem === 'token' && tokens.refused(token);
    throw canMend || error.problem !== 'token' ? error : new RealtimeError('failed', error);
  }
}
