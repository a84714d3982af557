import pg from 'pg';

/**
 * Creates a database and returns its url; with `template` it begins as a copy of that one, which nobody may be
 * connected to meanwhile. `url` is any database of the same server.
 */
export async function createDatabase(url: string, name: string, template?: string): Promise<string> {
  const source = template === undefined ? '' : ` template ${pg.escapeIdentifier(template)}`;
  await withClient(url, (client) => client.query(`create database ${pg.escapeIdentifier(name)}${source}`));
  return databaseUrl(url, name);
}

/** Drops a database if it exists, and its connections with it. */
export async function dropDatabase(url: string, name: string): Promise<void> {
  await withClient(url, (client) =>
    client.query(`drop database if exists ${pg.escapeIdentifier(name)} with (force)`),
  );
}

/**
 * Makes sure of a database to clone from: the first caller creates it and lets `fill` migrate it, callers in
 * other processes wait for that. `fill` must have closed its connections when it resolves.
 */
export async function ensureTemplate(
  url: string,
  name: string,
  fill: (templateUrl: string) => Promise<void>,
): Promise<void> {
  await withClient(url, async (client) => {
    await client.query('select pg_advisory_lock(hashtext($1))', [name]);
    const found = await client.query('select from pg_database where datname = $1', [name]);
    if (found.rowCount) return;
    // Renamed only when it is complete: a half-filled template must not be found by the next caller.
    const draft = `${name}_draft`;
    await dropDatabase(url, draft);
    await fill(await createDatabase(url, draft));
    await client.query(`alter database ${pg.escapeIdentifier(draft)} rename to ${pg.escapeIdentifier(name)}`);
  });
}

function databaseUrl(url: string, name: string): string {
  const database = new URL(url);
  database.pathname = `/${encodeURIComponent(name)}`;
  return database.href;
}

async function withClient<Result>(url: string, use: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}
