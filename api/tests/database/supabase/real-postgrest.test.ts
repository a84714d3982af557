import {
  createServer,
  request as httpRequest,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, test } from 'vitest';
import { openSupabase } from '../../../src/database/supabase.ts';
import { describeContract } from '../contract.ts';
import { repeatsConflicts } from './postgrest-front.ts';
import { contractMigrations } from '../support/fixtures.ts';
import { allowService } from './allow-service.ts';
import { RealtimeServer } from './realtime-server.ts';
import { relayCommits } from './relay-commits.ts';

interface Real {
  /** Where functions are called: `…/rpc/<name>` is under it. */
  postgrestUrl: string;
  /** A JWT of the service role. */
  key: string;
  /** A superuser's url of the database behind it; the functions of these tests are there while they run. */
  databaseUrl: string;
}

const real: Partial<Real> = {
  ...pick('postgrestUrl', process.env['WEE5_TEST_POSTGREST_URL']),
  ...pick('key', process.env['WEE5_TEST_POSTGREST_KEY']),
  ...pick('databaseUrl', process.env['WEE5_TEST_POSTGREST_DATABASE_URL']),
};
const declare = isWhole(real) ? () => onRealPostgrest(real) : sayWhyNot;
declare();

function pick(name: keyof Real, value: string | undefined): Partial<Real> {
  return value ? { [name]: value } : {};
}

function isWhole(given: Partial<Real>): given is Real {
  return Object.keys(given).length === 3;
}

function sayWhyNot(): void {
  test('a real PostgREST keeps the port’s promises', (context) => {
    context.skip('WEE5_TEST_POSTGREST_URL, _KEY and _DATABASE_URL are not set: no real PostgREST to try');
  });
}

function onRealPostgrest({ postgrestUrl, key, databaseUrl }: Real): void {
  const functions = readFileSync(join(contractMigrations, '0010_functions.sql'), 'utf8');
  let gateway: Server;
  let realtime: RealtimeServer;
  let relay: pg.Client;
  let url: string;

  beforeAll(async () => {
    await run(databaseUrl, functions);
    await allowService(databaseUrl);
    gateway = createServer((request, response) => pass(postgrestUrl, request, response));
    await new Promise<void>((resolve) => gateway.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(gateway.address() as AddressInfo).port}`;
    realtime = new RealtimeServer(gateway);
    relay = await relayCommits(databaseUrl, realtime);
    await reloaded({ postgrestUrl, key, databaseUrl });
  });

  afterAll(async () => {
    realtime.close();
    await relay.end();
    gateway.closeAllConnections();
    await new Promise((resolve) => gateway.close(resolve));
    const created = [...functions.matchAll(/create function (public\.\w+)/g)].map(([, name]) => name);
    await run(databaseUrl, `drop table public.counter cascade; drop function ${created.join(', ')};`);
  });

  describeContract(
    'Supabase, over a real PostgREST,',
    () =>
      openSupabase({ url, secretKey: key, callTimeoutMs: 10_000, realtime: { joinEveryMs: 1, lingerMs: 0 } }),
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
async function reloaded({ postgrestUrl, key, databaseUrl }: Real): Promise<void> {
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  for (let status = 404; status === 404;) {
    await run(databaseUrl, `notify pgrst, 'reload schema'`);
    const body = '{"value":[]}';
    ({ status } = await fetch(`${postgrestUrl}/rpc/kind_of`, { method: 'POST', headers, body }));
  }
}

/** The one thing a gateway does here: `/rest/v1` is PostgREST. */
function pass(target: string, request: IncomingMessage, response: ServerResponse): void {
  const url = target + (request.url ?? '').replace('/rest/v1', '');
  const { method, headers } = request;
  const passed = httpRequest(url, { method, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  passed.on('error', () => response.destroy());
  request.pipe(passed);
}
