import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/** The environment as it is read: an empty variable counts as one that is not set. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** What the server runs with: grouped, checked and frozen. */
export interface Config {
  readonly server: {
    readonly host: string;
    /** 0 lets the system choose. */
    readonly port: number;
    /** Where the world reaches this server, without a trailing slash; undefined when it was not told. */
    readonly publicUrl: string | undefined;
    /** How many reverse proxies stand in front; the caller's address is read that far up `X-Forwarded-For`. */
    readonly trustedProxies: number;
  };
  readonly logLevel: LogLevel;
  /** Every secret a webhook may be signed with; empty when one has to be made. */
  readonly webhookSecrets: readonly string[];
  /** The Whop app. Without its id nobody can come in through Whop, without its key Whop is never asked anything. */
  readonly whop: {
    readonly appId: string | undefined;
    readonly apiKey: string | undefined;
    /** Without a trailing slash. */
    readonly apiUrl: string;
    readonly jwksUrl: string;
    /** The only hosts that members' pictures are fetched from; empty: none are. */
    readonly pictureHosts: readonly string[];
  };
  /** What member tokens are signed with: a private ES256 JWK as JSON, or a shared HS256 secret; undefined means one has to be made. */
  readonly jwtKey: string | undefined;
  /** Who may read a community that has just come into being. */
  readonly newCommunityVisibility: 'public' | 'members';
  readonly database: {
    /** Plain Postgres; undefined means the embedded database. */
    readonly url: string | undefined;
    /** A direct connection for LISTEN, where `url` leads to a transaction pooler. */
    readonly listenUrl: string | undefined;
  };
  /** A Supabase project: the database where `database.url` is not set, and the way live events reach members. */
  readonly supabase:
    | {
        readonly url: string;
        readonly secretKey: string;
        /** What members' browsers join Realtime with; without it they hear live events from this server. */
        readonly publishableKey: string | undefined;
      }
    | undefined;
  /** Redis over Upstash's REST API; undefined means marks and limits are kept in memory. */
  readonly upstash: { readonly url: string; readonly token: string } | undefined;
  /** What `/metrics` is read with; undefined means it cannot be read. */
  readonly metricsToken: string | undefined;
  /** Absolute; the embedded database and what had to be made (webhook secret, token key) live here. */
  readonly dataDirectory: string;
}

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/** The environment cannot be used; the message names every wrong variable and what to do about each. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly problems: readonly string[];

  constructor(problems: string[]) {
    super(`The environment is not usable:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
    this.problems = problems;
  }
}

/** Reads `api/.env` where it exists, and the real environment, which wins. */
export function readEnvironment(file = fileURLToPath(new URL('../.env', import.meta.url))): Environment {
  if (existsSync(file)) process.loadEnvFile(file);
  return process.env;
}

/** Checks the environment as a whole. Throws one `ConfigError` that names all that is wrong. */
export function toConfig(environment: Environment): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
  const parsed = variables.safeParse(given);
  const problems = [...problemsOf(parsed.error), ...halfSetPairs(given)];
  if (!parsed.success || problems.length > 0) throw new ConfigError(problems);
  return freeze(parsed.data);
}

const projectDirectory = fileURLToPath(new URL('../..', import.meta.url));
const portHint = 'must be a whole number from 0 to 65535, such as 3000';
const proxiesHint = 'must be how many reverse proxies stand in front of the server, from 0 to 10';
const secretHint = 'must be the secret Whop shows for the webhook (ws_…), or several separated by commas';

const jwtKeyHint =
  'must be a private ES256 key as a JWK in JSON (`npx pnpm@10 wee5 jwt-key` makes one), or a secret of at least 32 characters';

/** Where Whop keeps what its users upload, and where it makes them smaller. */
const whopPictureHosts = ['assets.whop.com', 'assets-2-prod.whop.com', 'img-v2-prod.whop.com'];
const hostsHint = 'must be names of hosts such as assets.whop.com, separated by commas, or none';

const variables = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: z
    .string()
    .regex(/^\d+$/, portHint)
    .transform(Number)
    .pipe(z.number().max(65_535, portHint))
    .default(3000),
  PUBLIC_URL: urlVariable(['http:', 'https:'], 'https://xp.example.com').optional(),
  TRUST_PROXY: z
    .string()
    .regex(/^\d+$/, proxiesHint)
    .transform(Number)
    .pipe(z.number().max(10, proxiesHint))
    .default(0),
  LOG_LEVEL: z.enum(logLevels, { error: `must be one of ${logLevels.join(', ')}` }).default('info'),
  WHOP_WEBHOOK_SECRET: z
    .string()
    .transform((list) => list.split(',').map((secret) => secret.trim()))
    .refine((secrets) => secrets.every((secret) => secret !== ''), secretHint)
    .default([]),
  WHOP_APP_ID: z
    .string()
    .regex(/^app_\w+$/, 'must be the id of your Whop app (app_…)')
    .optional(),
  WHOP_API_KEY: z.string().optional(),
  WHOP_API_URL: urlVariable(['http:', 'https:'], 'https://api.whop.com/api/v1').default(
    'https://api.whop.com/api/v1',
  ),
  WHOP_JWKS_URL: urlVariable(['http:', 'https:'], 'https://api.whop.com/.well-known/jwks.json').default(
    'https://api.whop.com/.well-known/jwks.json',
  ),
  WHOP_PICTURE_HOSTS: z
    .string()
    .transform(readHosts)
    .refine((hosts) => hosts.every(isHostName), hostsHint)
    .default(whopPictureHosts),
  WEE5_JWT_KEY: z.string().refine(isSigningKey, jwtKeyHint).optional(),
  SUPABASE_URL: urlVariable(['http:', 'https:'], 'https://abcdefgh.supabase.co').optional(),
  SUPABASE_SECRET_KEY: z.string().optional(),
  SUPABASE_PUBLISHABLE_KEY: z.string().optional(),
  UPSTASH_REDIS_REST_URL: urlVariable(['http:', 'https:'], 'https://eu1-example.upstash.io').optional(),
  UPSTASH_REDIS_REST_TOKEN: z.string().optional(),
  METRICS_TOKEN: z.string().min(16, 'must have at least 16 characters').optional(),
  DATABASE_URL: urlVariable(
    ['postgres:', 'postgresql:'],
    'postgres://user:password@host:5432/database',
  ).optional(),
  DATABASE_LISTEN_URL: urlVariable(
    ['postgres:', 'postgresql:'],
    'postgres://user:password@host:5432/database',
  ).optional(),
  WEE5_DATA_DIR: z.string().default(resolve(projectDirectory, '.wee5/data')),
});

/** Every variable that is read, in the order in which `api/.env.sample` explains them. */
export const variableNames: readonly string[] = Object.keys(variables.shape);

function urlVariable(protocols: string[], example: string) {
  const hint = `must be a URL such as ${example}`;
  return z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), hint);
}

function readHosts(list: string): string[] {
  if (list.trim() === 'none') return [];
  return list.split(',').map((host) => host.trim().toLowerCase());
}

/** No address of a machine: its last part begins with a letter. */
function isHostName(host: string): boolean {
  return /^([a-z\d]([a-z\d-]*[a-z\d])?\.)+[a-z][a-z\d-]*$/.test(host);
}

/** The shape only; whether the numbers make a key is found out when it is imported. */
function isSigningKey(text: string): boolean {
  if (!text.trimStart().startsWith('{')) return text.length >= 32;
  try {
    const { kty, crv, d, kid } = JSON.parse(text) as Record<string, unknown>;
    return kty === 'EC' && crv === 'P-256' && typeof d === 'string' && typeof kid === 'string';
  } catch {
    return false;
  }
}

// A value is never repeated in a message: several of them are secrets.
function problemsOf(error: z.ZodError | undefined): string[] {
  return (error?.issues ?? []).map((issue) => `${issue.path.join('.')} ${issue.message}.`);
}

/** `[the one that is set, the one it cannot do without]` */
const needs = [
  ['SUPABASE_URL', 'SUPABASE_SECRET_KEY'],
  ['SUPABASE_SECRET_KEY', 'SUPABASE_URL'],
  ['SUPABASE_PUBLISHABLE_KEY', 'SUPABASE_URL'],
  ['UPSTASH_REDIS_REST_URL', 'UPSTASH_REDIS_REST_TOKEN'],
  ['UPSTASH_REDIS_REST_TOKEN', 'UPSTASH_REDIS_REST_URL'],
  ['DATABASE_LISTEN_URL', 'DATABASE_URL'],
  ['WHOP_API_KEY', 'WHOP_APP_ID'],
  // Members' browsers show Supabase a token that this server signed: Supabase has to know the key.
  ['SUPABASE_PUBLISHABLE_KEY', 'WEE5_JWT_KEY'],
] as const;

function halfSetPairs(given: Environment): string[] {
  return needs
    .filter(([set, missing]) => given[set] !== undefined && given[missing] === undefined)
    .map(([set, missing]) => `${missing} is missing while ${set} is set: set both or neither.`);
}

function freeze(data: z.output<typeof variables>): Config {
  return Object.freeze({
    server: Object.freeze({
      host: data.HOST,
      port: data.PORT,
      publicUrl: withoutSlash(data.PUBLIC_URL),
      trustedProxies: data.TRUST_PROXY,
    }),
    logLevel: data.LOG_LEVEL,
    webhookSecrets: Object.freeze(data.WHOP_WEBHOOK_SECRET),
    whop: Object.freeze({
      appId: data.WHOP_APP_ID,
      apiKey: data.WHOP_API_KEY,
      apiUrl: withoutSlash(data.WHOP_API_URL),
      jwksUrl: data.WHOP_JWKS_URL,
      pictureHosts: Object.freeze(data.WHOP_PICTURE_HOSTS),
    }),
    jwtKey: data.WEE5_JWT_KEY,
    newCommunityVisibility: data.WHOP_APP_ID ? 'members' : 'public',
    database: Object.freeze({ url: data.DATABASE_URL, listenUrl: data.DATABASE_LISTEN_URL }),
    supabase: supabaseOf(data),
    upstash: upstashOf(data),
    metricsToken: data.METRICS_TOKEN,
    dataDirectory: resolve(data.WEE5_DATA_DIR),
  });
}

function supabaseOf(data: z.output<typeof variables>): Config['supabase'] {
  const {
    SUPABASE_URL: url,
    SUPABASE_SECRET_KEY: secretKey,
    SUPABASE_PUBLISHABLE_KEY: publishableKey,
  } = data;
  if (url === undefined || secretKey === undefined) return undefined;
  return Object.freeze({ url: withoutSlash(url), secretKey, publishableKey });
}

function upstashOf(data: z.output<typeof variables>): Config['upstash'] {
  const { UPSTASH_REDIS_REST_URL: url, UPSTASH_REDIS_REST_TOKEN: token } = data;
  return url === undefined || token === undefined
    ? undefined
    : Object.freeze({ url: withoutSlash(url), token });
}

function withoutSlash<Text extends string | undefined>(url: Text): Text {
  return url?.replace(/\/+$/, '') as Text;
}
