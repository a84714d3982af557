import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import pg from 'pg';

/** A key of the service role, as the tests give it. */
export const secretKey = 'sb_secret_of_the_tests';

/** A real PostgREST runs a transaction again that failed with 40001, whatever the reason and as often as it takes. */
export const repeatsConflicts = { repeats: ['40001'] };

export interface Front {
  server: Server;
  url: string;
  close(): Promise<void>;
}

/**
 * A FAKE of a Supabase project's HTTP API: a real Postgres behind the part of PostgREST that our calls use, written
 * from its documentation. It shows that calls mean the same over HTTP; what only PostgREST itself can show is shown by
 * the same tests on a real one (`WEE5_TEST_POSTGREST_URL`).
 */
export async function startFront(databaseUrl: string): Promise<Front> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 10 });
  const server = createServer((request, response) => void answer(pool, request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    server,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await pool.end();
    },
  };
}

async function answer(pool: pg.Pool, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await text(request);
  const fn = /^\/rest\/v1\/rpc\/(\w+)$/.exec(request.url ?? '')?.[1];
  const send = (status: number, value: unknown): void => {
    response
      .writeHead(status, { 'content-type': 'application/json; charset=utf-8' })
      .end(JSON.stringify(value));
  };
  if (request.headers['apikey'] !== secretKey) return send(401, { message: 'Invalid API key' });
  if (!fn || request.method !== 'POST') return send(404, { code: 'PGRST125', message: 'Invalid path' });
  const client = await pool.connect();
  try {
    const types = await argumentTypes(client, fn, Object.keys(JSON.parse(body) as object));
    if (!types) return send(404, { code: 'PGRST202', message: `Could not find the function public.${fn}` });
    const result = await call(client, { fn, types, body });
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' }).end(result);
  } catch (error) {
    const { code, message, detail, hint } = error as pg.DatabaseError;
    send(statusOf(code), { code, message, details: detail ?? null, hint: hint ?? null });
  } finally {
    client.release();
  }
}

/** By name, of the one function that takes exactly these arguments, defaults aside; undefined without one. */
async function argumentTypes(
  client: pg.PoolClient,
  fn: string,
  given: string[],
): Promise<Record<string, string> | undefined> {
  const { rows } = await client.query<{ names: string[] | null; types: string[]; defaults: number }>(
    `select proargnames as names, pronargdefaults as defaults,
       array(select format_type(t, null) from unnest(proargtypes) t) as types
     from pg_proc where pronamespace = 'public'::regnamespace and proname = $1`,
    [fn],
  );
  const [found] = rows;
  const names = found?.names ?? [];
  const needed = names.slice(0, names.length - (found?.defaults ?? 0));
  const fits = found && given.every((n) => names.includes(n)) && needed.every((n) => given.includes(n));
  return fits ? Object.fromEntries(names.map((n, i) => [n, found.types[i] ?? ''])) : undefined;
}

async function call(
  client: pg.PoolClient,
  { fn, types, body }: { fn: string; types: Record<string, string>; body: string },
): Promise<string> {
  const given = Object.keys(JSON.parse(body) as object);
  const columns = given.map((name) => `${name} ${types[name]}`).join(', ');
  const list = given.map((name) => `${name} => _.${name}`).join(', ');
  const from =
    given.length > 0 ? `from json_to_record($1::json) as _(${columns})` : 'where $1::json is not null';
  await client.query('begin');
  try {
    await client.query('set local role service_role');
    await client.query(`select set_config('request.jwt.claims', '{"role":"service_role"}', true)`);
    const { rows } = await client.query<{ result: string | null }>(
      `select to_json(public.${fn}(${list}))::text as result ${from}`,
      [body],
    );
    await client.query('commit');
    return rows[0]?.result ?? 'null';
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

/** The statuses that PostgREST documents for the SQLSTATEs of these tests. */
function statusOf(code: string | undefined): number {
  if (code === '23503' || code === '23505') return 409;
  if (code === '42883') return 404;
  if (code === '42501') return 403;
  if (code === 'P0001') return 400;
  if (code === '57P01') return 503;
  const byClass: Record<string, number> = { '08': 503, '53': 503, '40': 500, '57': 500, P0: 500, XX: 500 };
  return byClass[code?.slice(0, 2) ?? 'XX'] ?? 400;
}
