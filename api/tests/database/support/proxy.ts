import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** A network between the code under test and the database, which can stop carrying anything without a word. */
export interface Proxy {
  /** Like the database's own url, through the proxy. */
  url: string;
  /** From now on nothing arrives any more, and nothing closes. */
  freeze(): void;
  /** Carries new connections again; those that were frozen stay so. */
  thaw(): void;
  /** Breaks every connection, as a router that restarts does. */
  cut(): void;
  connections(): number;
}

export async function startProxy(databaseUrl: string): Promise<Proxy> {
  const target = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  let frozen = false;
  const server = createServer((client) => {
    track(client);
    if (frozen) return;
    const upstream = track(connect(Number(target.port), target.hostname));
    client.pipe(upstream).pipe(client);
  });
  const track = (socket: Socket): Socket => {
    sockets.add(socket);
    return socket.on('error', () => socket.destroy()).on('close', () => sockets.delete(socket));
  };
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const url = new URL(databaseUrl);
  url.port = String((server.address() as AddressInfo).port);
  const freeze = (): void => {
    frozen = true;
    for (const socket of sockets) socket.unpipe().pause();
  };
  const cut = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  return { url: url.href, freeze, cut, thaw: () => (frozen = false), connections: () => sockets.size };
}
