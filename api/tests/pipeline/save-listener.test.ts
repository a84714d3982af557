import { createDatabase, dropDatabase } from '@wee5/tooling/postgres';
import pg from 'pg';
import { describe, expect, inject, it } from 'vitest';
import { openPostgres } from '../../src/database/postgres.ts';
import { hearsEverything } from '../../src/database/hears-everything.ts';
import { defaultMigrationsDir } from '../../src/database/paths.ts';
import type { OnMessage } from '../../src/database/port.ts';
import { SaveListener } from '../../src/pipeline/save-listener.ts';
import { eventually } from '../database/support/eventually.ts';
import { saveRules } from '../support/rules.ts';
import { startTestServer } from '../support/test-server.ts';
import { createGate, createMemoryLog, failure } from './support.ts';

describe('listening for saves', () => {
  it('is tried again until it is possible, and ends when it is told to', async () => {
    let hear: OnMessage | undefined;
    let tries = 0;
    let stopped = 0;
    const heard: string[] = [];
    const { log } = createMemoryLog();
    const { passed, open } = createGate();
    const listener = new SaveListener({
      database: {
        listen: async (onMessage) => {
          tries += 1;
          if (tries < 3) throw failure('unavailable');
          hear = onMessage;
          open();
          return hearsEverything(async () => void (stopped += 1));
        },
      },
      hear: ({ topic }) => heard.push(topic),
      log,
      againMs: 1,
    });
    listener.start();
    listener.start();
    await passed;
    hear?.({ topic: 'community:biz_1', event: 'community.updated', payload: { version: 2 } });
    await listener.stop();
    expect([tries, stopped, heard]).toEqual([3, 1, ['community:biz_1']]);
  });

  it('that never was possible stops at once', async () => {
    const { log } = createMemoryLog();
    const listen = () => Promise.reject(failure('unavailable'));
    const listener = new SaveListener({ database: { listen }, hear: () => undefined, log });
    listener.start();
    await listener.stop();
    await new SaveListener({ database: { listen }, hear: () => undefined, log }).stop();
  });
});

it('rules that one replica saves hold on the other at once, although its clock stands still', async () => {
  const name = `saves_${process.pid}_${Math.floor(performance.now())}`;
  const url = await createDatabase(inject('postgres').url, name);
  const open = () => openPostgres({ url, migrationsDir: defaultMigrationsDir });
  const one = await startTestServer({ database: await open() });
  const other = await startTestServer({ database: await open() });
  const versionOnOther = async () => (await other.context.pipeline.findConfiguration('biz_1'))?.version;
  expect(await versionOnOther()).toBe(1);
  await eventually(() => listenersOf(url)).toBe(2);

  await saveRules(one, 'biz_1', { sources: { chat: { cooldownSeconds: 0 } } });

  await eventually(versionOnOther).toBe(2);
  await Promise.all([one.stop(), other.stop()]);
  await dropDatabase(inject('postgres').url, name);
});

/** How many sessions hear the commits of a database. */
async function listenersOf(url: string): Promise<number> {
  const client = new pg.Client(url);
  await client.connect();
  const { rows } = await client.query<{ count: number }>(
    `select count(*)::int from pg_stat_activity where datname = current_database() and query like 'listen %'`,
  );
  await client.end();
  return rows[0]?.count ?? 0;
}
