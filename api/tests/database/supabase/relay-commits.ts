import pg from 'pg';
import type { CommitMessage } from '../../../src/database/port.ts';
import type { RealtimeServer } from './realtime-server.ts';

/** Stands for Realtime's own reading of the database: what commits announce is broadcast to who has joined. */
export async function relayCommits(databaseUrl: string, realtime: RealtimeServer): Promise<pg.Client> {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  client.on('notification', ({ payload = '' }) => {
    const message = read(payload);
    if (message) realtime.broadcast(message);
  });
  await client.query('listen wee5');
  return client;
}

/** `realtime.send` takes nothing but a topic, an event and an object. */
function read(payload: string): CommitMessage | undefined {
  try {
    const message = JSON.parse(payload) as Partial<CommitMessage> | null;
    return message?.topic && message.event && message.payload ? (message as CommitMessage) : undefined;
  } catch {
    return undefined;
  }
}
