import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createDatabase, dropDatabase, ensureTemplate, startPostgres } from '../../src/postgres/index.ts';
import type { PostgresServer } from '../../src/postgres/index.ts';
import { ask } from './queries.ts';

let server: PostgresServer;

beforeAll(async () => {
  server = await startPostgres({ durable: false });
});
afterAll(() => server.stop());

it('creates a database under any name and drops it with its connections', async () => {
  const name = 'a "strange" näme';
  const url = await createDatabase(server.url, name);
  const client = new pg.Client(url);
  await client.connect();
  client.on('error', () => {});
  // events.once would reject with the very error that dropping causes.
  const disconnected = new Promise((resolve) => client.once('end', resolve));

  await dropDatabase(server.url, name);

  await disconnected;
  await expect(ask(url, 'select 1')).rejects.toThrow('does not exist');
  await dropDatabase(server.url, name);
});

it('clones a template, and a change in one clone is not seen in another', async () => {
  const template = await createDatabase(server.url, 'migrated');
  await ask(template, 'create table words (word text)');
  const [one, two] = [
    await createDatabase(server.url, 'one', 'migrated'),
    await createDatabase(server.url, 'two', 'migrated'),
  ];
  await ask(one, `insert into words values ('only here')`);
  expect(await ask(one, 'select count(*)::int from words')).toBe(1);
  expect(await ask(two, 'select count(*)::int from words')).toBe(0);
});

it('fills a template once however many ask for it at once', async () => {
  let filled = 0;
  const fill = async (url: string) => {
    filled++;
    await ask(url, 'create table words (word text)');
  };
  await Promise.all([1, 2, 3, 4].map(() => ensureTemplate(server.url, 'shared', fill)));
  await ensureTemplate(server.url, 'shared', fill);
  expect(filled).toBe(1);
  const clone = await createDatabase(server.url, 'of_shared', 'shared');
  expect(await ask(clone, 'select count(*)::int from words')).toBe(0);
});

it('does not take a template for complete whose filling failed', async () => {
  const fail = () => Promise.reject(new Error('a bad migration'));
  await expect(ensureTemplate(server.url, 'mended', fail)).rejects.toThrow('a bad migration');
  await ensureTemplate(server.url, 'mended', async (url) => {
    await ask(url, 'create table words (word text)');
  });
  const clone = await createDatabase(server.url, 'of_mended', 'mended');
  expect(await ask(clone, 'select count(*)::int from words')).toBe(0);
});
