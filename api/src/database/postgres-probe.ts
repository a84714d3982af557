import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { endClient } from './postgres-driver.ts';

const PROBE_CHANNEL = 'wee5_probe';
const HEARING_LIMIT_MS = 2000;

/**
 * Makes sure that what others say reaches this connection: a transaction pooler takes LISTEN without a word, and never
 * passes anything on. Rejects where nothing is heard.
 */
export async function proveHearing(client: pg.Client, url: string): Promise<void> {
  const word = randomUUID();
  const ear = new AbortController();
  const heard = new Promise<boolean>((resolve) => {
    const listen = ({ payload }: pg.Notification): void => void (payload === word && resolve(true));
    client.on('notification', listen);
    ear.signal.addEventListener('abort', () => client.off('notification', listen));
  });
  try {
    await client.query(`listen ${PROBE_CHANNEL}`);
    await say(url, word);
    if (!(await Promise.race([heard, tooLate(ear.signal)]))) throw deaf();
    await client.query(`unlisten ${PROBE_CHANNEL}`);
  } finally {
    ear.abort();
  }
}

/** Over a connection of its own: to the one that speaks, a pooler does pass on what it says itself. */
async function say(url: string, word: string): Promise<void> {
  const speaker = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: HEARING_LIMIT_MS,
    query_timeout: HEARING_LIMIT_MS,
  });
  speaker.on('error', () => {});
  try {
    await speaker.connect();
    await speaker.query('select pg_notify($1, $2)', [PROBE_CHANNEL, word]);
  } finally {
    await endClient(speaker);
  }
}

function tooLate(signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, HEARING_LIMIT_MS, false);
    signal.addEventListener('abort', () => clearTimeout(timer));
  });
}

function deaf(): Error {
  return new Error(
    'Nothing is heard on this connection, as through a transaction pooler: ' +
      'set DATABASE_LISTEN_URL to a direct connection.',
  );
}
