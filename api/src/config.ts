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
  };
  readonly logLevel: LogLevel;
  /** Every secret a webhook may be signed with; empty when one has to be made. */
  readonly webhookSecrets: readonly string[];
  /** Who may read a community that has just come into being. */
  readonly newCommunityVisibility: 'public' | 'members';
  readonly database: {
    /** Plain Postgres; undefined means the embedded database. */
    readonly url: string | undefined;
    /** A direct connection for LISTEN, where `url` leads to a transaction pooler. */
    readonly listenUrl: string | undefined;
  };
  /** Absolute; the embedded database and the made webhook secret live here. */
  readonly dataDirectory: string;
  /** Variables that are set and known, but not used before a later release. */
  readonly unusedVariables: readonly string[];
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
  if (problems.length === 0) problems.push(...unsupported(given));
  if (!parsed.success || problems.length > 0) throw new ConfigError(problems);
  return freeze(parsed.data, given);
}

const projectDirectory = fileURLToPath(new URL('../..', import.meta.url));
const portHint = 'must be a whole number from 0 to 65535, such as 3000';
const secretHint = 'must be the secret Whop shows for the webhook (ws_…), or several separated by commas';

const variables = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: z
    .string()
    .regex(/^\d+$/, portHint)
    .transform(Number)
    .pipe(z.number().max(65_535, portHint))
    .default(3000),
  PUBLIC_URL: url(['http:', 'https:'], 'https://xp.example.com').optional(),
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
  DATABASE_URL: url(['postgres:', 'postgresql:'], 'postgres://user:password@host:5432/database').optional(),
  DATABASE_LISTEN_URL: url(
    ['postgres:', 'postgresql:'],
    'postgres://user:password@host:5432/database',
  ).optional(),
  WEE5_DATA_DIR: z.string().default(resolve(projectDirectory, '.wee5/data')),
});

function url(protocols: string[], example: string) {
  const hint = `must be a URL such as ${example}`;
  return z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), hint);
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
] as const;

function halfSetPairs(given: Environment): string[] {
  return needs
    .filter(([set, missing]) => given[set] !== undefined && given[missing] === undefined)
    .map(([set, missing]) => `${missing} is missing while ${set} is set: set both or neither.`);
}

// Ignoring these would keep the data elsewhere than asked for.
function unsupported(given: Environment): string[] {
  const problems: string[] = [];
  if (given['SUPABASE_URL'])
    problems.push(
      "SUPABASE_URL is not supported by this build yet: leave it out, or set DATABASE_URL to the project's Postgres connection string.",
    );
  if (given['UPSTASH_REDIS_REST_URL'])
    problems.push(
      'UPSTASH_REDIS_REST_URL is not supported by this build yet: leave it out, limits are kept in memory.',
    );
  return problems;
}

const usedLater = ['WHOP_API_KEY', 'WHOP_JWKS_URL', 'WHOP_API_URL', 'WEE5_JWT_KEY'];

function freeze(data: z.output<typeof variables>, given: Environment): Config {
  return Object.freeze({
    server: Object.freeze({
      host: data.HOST,
      port: data.PORT,
      publicUrl: data.PUBLIC_URL?.replace(/\/+$/, ''),
    }),
    logLevel: data.LOG_LEVEL,
    webhookSecrets: Object.freeze(data.WHOP_WEBHOOK_SECRET),
    newCommunityVisibility: data.WHOP_APP_ID ? 'members' : 'public',
    database: Object.freeze({ url: data.DATABASE_URL, listenUrl: data.DATABASE_LISTEN_URL }),
    dataDirectory: resolve(data.WEE5_DATA_DIR),
    unusedVariables: Object.freeze(usedLater.filter((name) => given[name] !== undefined)),
  });
}
