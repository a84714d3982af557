import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

const hints: Record<string, string> = {
  EADDRINUSE: 'something else listens there: set PORT to a free port.',
  EACCES: 'this user may not: set PORT to 1024 or more.',
  EADDRNOTAVAIL: 'this machine has no such address: set HOST to one of its own, or to 0.0.0.0.',
  ENOTFOUND: 'the name is not known: set HOST to an address of this machine, or to 0.0.0.0.',
};

/** Starts listening and returns where this machine reaches the server. */
export function listen(server: Server, { host, port }: { host: string; port: number }): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const hint = hints[cause.code ?? ''] ?? cause.message;
      reject(new Error(`Cannot listen on ${host}:${port}: ${hint}`, { cause }));
    });
    server.listen(port, host, () => resolve(urlOf(server.address() as AddressInfo)));
  });
}

function urlOf({ address, port, family }: AddressInfo): string {
  if (address === '0.0.0.0' || address === '::') return `http://localhost:${port}`;
  return family === 'IPv6' ? `http://[${address}]:${port}` : `http://${address}:${port}`;
}
