import pg from 'pg';

/** Gives the service role what a Supabase project gives it by default. */
export async function allowService(databaseUrl: string): Promise<void> {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  try {
    await client.query(`
      do $$ begin create role service_role nologin bypassrls; exception when duplicate_object or unique_violation then null; end $$;
      grant usage on schema public to service_role;
      grant all on all tables in schema public to service_role;
    `);
  } finally {
    await client.end();
  }
}
