import { ConfigError, toConfig, type Environment } from '../src/config.ts';

/** What is smoked, as the environment names it. */
export interface Target {
  readonly environment: Environment;
  readonly supabase: { readonly url: string; readonly secretKey: string; readonly publishableKey: string };
  /** Where the migrations are applied; undefined where somebody else applies them. */
  readonly databaseUrl: string | undefined;
  readonly upstashUrl: string | undefined;
}

const needed = ['SUPABASE_URL', 'SUPABASE_SECRET_KEY', 'SUPABASE_PUBLISHABLE_KEY', 'WEE5_JWT_KEY'];

/** Checks the environment as a whole. Throws a `ConfigError` that names all that is missing or wrong. */
export function toTarget(environment: Environment): Target {
  const missing = needed.filter((name) => !environment[name]?.trim());
  if (missing.length > 0) {
    throw new ConfigError(missing.map((name) => `${name} is missing: the smoke test needs a real Supabase.`));
  }
  const { supabase, database, upstash } = toConfig(environment);
  if (!supabase?.publishableKey) throw new Error('The configuration lost its Supabase settings.');
  const { url, secretKey, publishableKey } = supabase;
  return {
    environment,
    supabase: { url, secretKey, publishableKey },
    databaseUrl: database.url,
    upstashUrl: upstash?.url,
  };
}
