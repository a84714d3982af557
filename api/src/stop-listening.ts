import type { Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** How long requests in flight may take to finish, in milliseconds. */
const PATIENCE_MS = 10_000;

/** How long a connection that never said anything may still begin to, in milliseconds. */
const SILENCE_MS = 500;

/**
 * Returns the graceful stop of a server: no new connections, requests in flight are answered, connections are let
 * go after their answer; then `close` runs. Every call returns the one stop.
 */
export function createStopper(server: Server, close: () => Promise<void>): () => Promise<void> {
  const sockets = trackSockets(server);
  const responses = new Set<ServerResponse>();
  let stopping: Promise<void> | undefined;

  // Before the request's own listener, so that an answer given at once is already marked.
  server.prependListener('request', (_request, response) => {
    responses.add(response);
    if (stopping) endConnectionAfter(response);
    response.once('close', () => {
      responses.delete(response);
      if (stopping) setImmediate(() => server.closeIdleConnections());
    });
  });

  return () => {
    stopping ??= stopListening(server).then(close);
    responses.forEach(endConnectionAfter);
    // Node counts a connection that never said anything as busy; browsers open such ones ahead of need.
    setTimeout(() => sockets.forEach(endIfSilent), SILENCE_MS).unref();
    return stopping;
  };
}

function trackSockets(server: Server): Set<Socket> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  return sockets;
}

function stopListening(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const impatience = setTimeout(() => server.closeAllConnections(), PATIENCE_MS);
    server.close(() => {
      clearTimeout(impatience);
      resolve();
    });
  });
}

function endIfSilent(socket: Socket): void {
  if (socket.bytesRead === 0) socket.destroy();
}

function endConnectionAfter(response: ServerResponse): void {
  if (!response.headersSent) response.setHeader('Connection', 'close');
}
