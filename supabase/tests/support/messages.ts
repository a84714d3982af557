import { database } from './database.ts';

export interface Message {
  topic: string;
  event: string;
  payload: Record<string, unknown> & { version: number };
}

const heard: string[] = [];
await database.listen((payload) => heard.push(payload));

/** What `body` broadcasts, in order, as commits say it. */
export async function messagesDuring(body: () => Promise<unknown>): Promise<Message[]> {
  heard.length = 0;
  await body();
  // A notification of one's own arrives with the answer to a later statement at the latest.
  await database.query('select 1');
  return heard.splice(0).map((payload) => JSON.parse(payload) as Message);
}
