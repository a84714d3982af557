import { pino, type DestinationStream, type Logger } from 'pino';
import type { LogLevel } from './config.ts';

export type { Logger } from 'pino';

/** Structured logs, one JSON object per line on standard output. Secrets are replaced by `[redacted]`. */
export function createLogger(level: LogLevel, destination?: DestinationStream): Logger {
  const options = {
    level,
    redact: { paths: redacted, censor: '[redacted]' },
    serializers: { err: describeError },
  };
  return destination ? pino(options, destination) : pino(options);
}

const secretHeaders = [
  'authorization',
  'cookie',
  'set-cookie',
  'webhook-signature',
  'x-wee5-key',
  'x-whop-user-token',
];
const secretFields = ['secret', 'secrets', 'webhookSecrets', 'token', 'password', 'apiKey'];

const redacted = [
  ...secretHeaders.flatMap((name) => [`headers["${name}"]`, `*.headers["${name}"]`]),
  ...secretFields.flatMap((name) => [name, `*.${name}`]),
];

// Named fields only: drivers hang whole rows and connection settings on their errors.
function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error, message: String(error) };
  const { code, kind, sqlState } = error as { code?: unknown; kind?: unknown; sqlState?: unknown };
  return {
    type: error.name,
    message: error.message,
    ...(code === undefined ? {} : { code }),
    ...(kind === undefined ? {} : { kind }),
    ...(sqlState === undefined ? {} : { sqlState }),
    stack: error.stack,
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause) }),
  };
}
