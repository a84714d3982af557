import type { Duplex } from 'node:stream';
import pg from 'pg';
import type { DatabaseError } from './port.ts';
import { toDatabaseError } from './to-database-error.ts';

const GOODBYE_LIMIT_MS = 1000;

/** `host/database` of a connection URL; what else it holds must not be shown. */
export function readAddress(url: string): string {
  try {
    const { host, database } = new pg.Client(url);
    return `${host}/${database}`;
  } catch {
    // The parser's own error may quote the URL, password included.
    throw new Error(
      'The database URL cannot be read; it looks like postgres://user:password@host:5432/database.',
    );
  }
}

/** What the driver threw, as the port's error; only the server's own errors have a SQLSTATE. */
export function fromPg(error: unknown): DatabaseError {
  return toDatabaseError(error, error instanceof pg.DatabaseError ? error.code : undefined);
}

/** Ends a connection and waits for that, whether the server answers or not. */
export async function endClient(client: pg.Client): Promise<void> {
  // Its promise never settles where the server does not answer the goodbye.
  void client.end().catch(() => {});
  await closed(client.connection.stream);
}

/** Waits until a connection that was ended is closed; a server that is frozen or gone is not waited for. */
export async function closed(stream: Duplex): Promise<void> {
  if (stream.closed) return;
  const impatience = setTimeout(() => stream.destroy(), GOODBYE_LIMIT_MS);
  await new Promise((resolve) => stream.once('close', resolve));
  clearTimeout(impatience);
}
