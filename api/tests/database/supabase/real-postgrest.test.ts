import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, test } from 'vitest';
import { openSupabase } from '../../../src/database/supabase.ts';
import { describeContract } from '../contract.ts';
import { repeatsConflicts } from './postgrest-front.ts';
import { contractMigrations } from '../support/fixtures.ts';
import { allowService } from './allow-service.ts';
import {
  findRealPostgrest,
  noRealPostgrest,
  startGateway,
  type Gateway,
  type RealPostgrest,
} from './real-postgrest.ts';
import { RealtimeServer } from './realtime-server.ts';
import { relayCommits } from './relay-commits.ts';

const real = findRealPostgrest();
const declare = real
  ? () => onRealPostgrest(real)
  : () =>
      test('a real PostgREST keeps the port’s promises', (context) => {
        context.skip(noRealPostgrest);
      });
declare();

function onRealPostgrest({ postgrestUrl, key, databaseUrl }: RealPostgrest): void {
  const functions = readFileSync(join(contractMigrations, '0010_functions.sql'), 'utf8');
  let gateway: Gateway;
  let realtime: RealtimeServer;
  let relay: pg.Client;

  beforeAll(async () => {
    await run(databaseUrl, functions);
    await allowService(databaseUrl);
    gateway = await startGateway(postgrestUrl);
    realtime = new RealtimeServer(gateway.server);
    relay = await relayCommits(databaseUrl, realtime);
    await reloaded({ postgrestUrl, key, databaseUrl });
  });

  afterAll(async () => {
    realtime.close();
    await relay.end();
    await gateway.close();
    const created = [...functions.matchAll(/create function (public\.\w+)/g)].map(([, name]) => name);
    await run(databaseUrl, `drop table public.counter cascade; drop function ${created.join(', ')};`);
  });

  describeContract(
    'Supabase, over a real PostgREST,',
    () =>
      openSupabase({
        url: gateway.url,
        secretKey: key,
        callTimeoutMs: 10_000,
        realtime: { joinEveryMs: 1, lingerMs: 0 },
      }),
    repeatsConflicts,
  );
}

async function run(url: string, sql: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/** Waits until PostgREST knows a function: it reads the schema when it is told to, some time later. */
async function reloaded({ postgrestUrl, key, databaseUrl }: RealPostgrest): Promise<void> {
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  for (let status = 404; status === 404;) {
    await run(databaseUrl, `notify pgrst, 'reload schema'`);
    const body = '{"value":[]}';
    ({ status } = await fetch(`${postgrestUrl}/rpc/kind_of`, { method: 'POST', headers, body }));
  }
}
