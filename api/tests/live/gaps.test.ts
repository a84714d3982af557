import { afterEach, expect, it } from 'vitest';
import { createDatabaseFunctions } from '../../src/database/functions.ts';
import { openPglite } from '../../src/database/pglite.ts';
import type { CommitMessage, Database, Listening, OnGap, OnMessage } from '../../src/database/port.ts';
import { changed, fixture } from '../support/fixtures.ts';
import { communityId, startTestServer, type TestServer } from '../support/test-server.ts';
import { openStream, type OpenStream } from './stream.ts';

/** A real database whose announcements can be lost or refused on the way. */
class Deafened implements Database {
  readonly name = 'deafened';
  refusesToListen = false;
  losesMessages = false;
  onGap = (): void => undefined;
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  call<Result>(fn: string, args: Record<string, unknown>): Promise<Result> {
    return this.#database.call<Result>(fn, args);
  }

  async listen(onMessage: OnMessage, onGap: OnGap): Promise<Listening> {
    if (this.refusesToListen) throw new Error('LISTEN is not supported by a transaction pooler');
    this.onGap = onGap;
    const pass = (message: CommitMessage): void => (this.losesMessages ? undefined : onMessage(message));
    return this.#database.listen(pass, onGap);
  }

  close(): Promise<void> {
    return this.#database.close();
  }
}

let server: TestServer;
let database: Deafened;
let stream: OpenStream;
afterEach(() => server.stop());

async function start({ refusesToListen = false, pollMs = 50 } = {}): Promise<number> {
  database = new Deafened(await openPglite());
  database.refusesToListen = refusesToListen;
  server = await startTestServer({
    database,
    liveSettings: { pollMs, listenAgainMs: 200, intervalMs: 10 },
  });
  await server.deliver(fixture('chat-message'));
  stream = await openStream(`${server.url}/api/v1/communities/${communityId}/live`);
  return (await stream.until(({ event }) => event === 'hello')).data.version;
}

let posts = 0;
const chat = () => {
  posts += 1;
  const change = { 'data.message.id': `gap_${posts}`, 'data.message.user.id': `user_gap_${posts}` };
  return server.deliver(changed('chat-message', change));
};
const quiet = () => new Promise((resolve) => setTimeout(resolve, 150));
const events = () =>
  stream.heard().map(({ event, data: { changed: list, ...data } }) => ({ event, ...data, list: !!list }));

it('tells everybody to load again when the database was not heard for a while and something happened', async () => {
  const version = await start();
  database.losesMessages = true;
  await chat();
  await chat();
  await quiet();
  expect(events()).toHaveLength(1);
  database.onGap();
  await stream.until(({ event }) => event === 'community.changed');
  expect(events().slice(1)).toEqual([
    { event: 'community.changed', version: version + 2, after: version + 2, list: false },
  ]);
});

it('says nothing when the database was not heard for a while and nothing happened', async () => {
  await start();
  database.onGap();
  await quiet();
  expect(events()).toHaveLength(1);
});

it('shows a lost message by the next one', async () => {
  const version = await start();
  database.losesMessages = true;
  await chat();
  database.losesMessages = false;
  await chat();
  const { data } = await stream.until(({ event }) => event === 'community.changed');
  expect(data.version).toBe(version + 2);
  expect(data.after ?? data.version - 1).toBe(version + 1);
});

it('tells what was committed between the first viewer and the beginning of listening', async () => {
  const version = await start({ refusesToListen: true, pollMs: 60_000 });
  await chat();
  database.refusesToListen = false;
  const { data } = await stream.until(({ event }) => event === 'community.changed');
  expect(data).toEqual({ version: version + 1, after: version + 1 });
});

it('compares versions where the database cannot be listened to, and listens as soon as it can', async () => {
  const version = await start({ refusesToListen: true });
  for (const next of [version + 1, version + 2]) {
    await chat();
    const { data } = await stream.until(
      (heard) => heard.event === 'community.changed' && heard.data.version === next,
    );
    expect(data).toEqual({ version: next, after: next });
  }
  database.refusesToListen = false;
  await new Promise((resolve) => setTimeout(resolve, 300));
  await chat();
  const { data } = await stream.until(({ data: { changed: list } }) => list !== undefined);
  expect(data.version).toBe(version + 3);
});

it('tells a new setting at once, after what came before it', async () => {
  const version = await start();
  await chat();
  await createDatabaseFunctions(database).createReward({
    communityId,
    levelRequirement: 1,
    type: 'badge',
    name: 'First',
  });
  await stream.until(({ event }) => event === 'community.updated');
  expect(events().slice(1)).toEqual([
    { event: 'community.changed', version: version + 1, list: true },
    { event: 'community.updated', version: version + 2, list: false },
  ]);
});
