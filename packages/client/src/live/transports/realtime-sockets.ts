import { onAbort } from '../../abort.ts';
import type { RealtimeOptions } from './realtime-library.ts';

/**
 * The constructor of the library's sockets for as long as the signal lasts. After that they are closed from the
 * beginning: the library has timers and page events of its own, by which it would come back unasked.
 */
export function socketsUntil(signal: AbortSignal, opened: () => void): RealtimeOptions['transport'] {
  function Socket(url: string, protocols?: string | string[]): object {
    if (signal.aborted) return closedSocket;
    const socket = new WebSocket(url, protocols);
    socket.addEventListener('open', opened);
    onAbort(signal, () => socket.close());
    return socket;
  }
  return Socket as unknown as RealtimeOptions['transport'];
}

const closedSocket = { readyState: 3, bufferedAmount: 0, close: () => undefined, send: () => undefined };
