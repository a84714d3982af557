import { DatabaseError, kindOf, type DatabaseErrorKind } from './port.ts';

export interface FailureOptions {
  kind?: DatabaseErrorKind;
  sqlState?: string;
  /** The same call may succeed in a moment. */
  passing?: boolean;
  /** How long the other side asks to wait before that. */
  retryAfterMs?: number | undefined;
}

/** A call over HTTP that brought no result. Neither its message nor its cause holds a key or an argument. */
export class SupabaseFailure extends DatabaseError {
  readonly passing: boolean;
  readonly retryAfterMs: number | undefined;

  constructor(message: string, options: FailureOptions = {}) {
    super(message, { kind: options.kind ?? 'unavailable', sqlState: options.sqlState });
    this.passing = options.passing ?? false;
    this.retryAfterMs = options.retryAfterMs;
  }
}

/** What came instead of a result. */
export interface Refusal {
  /** Where it came from, for a person: the host. */
  host: string;
  status: number;
  body: string;
  retryAfterMs: number | undefined;
}

const applyMigrations =
  'apply the migrations (`npx pnpm@10 wee5 migrate` with DATABASE_URL of the project), then reload its schema cache';
const checkKey =
  'SUPABASE_SECRET_KEY must be the secret key of the project at SUPABASE_URL (sb_secret_…, or the legacy service_role key)';

/**
 * Reads an answer that is no result. The database's own errors are told by their SQLSTATE, PostgREST's by its codes,
 * and what anybody else on the way says (a gateway, a proxy) by its status alone: its text may be a page, or quote us.
 */
export function readRefusal(refusal: Refusal): SupabaseFailure {
  const { status, retryAfterMs } = refusal;
  const { code, message } = readError(refusal.body);
  const passing = status === 502 || status === 503 || status === 504;
  if (/^[0-9A-Z]{5}$/.test(code)) {
    const told = code === '42501' ? `${message}: ${checkKey}.` : message;
    return new SupabaseFailure(told, { kind: kindOf(code), sqlState: code, passing, retryAfterMs });
  }
  if (code.startsWith('PGRST')) return fromPostgrest(code, message, { passing, retryAfterMs });
  return new SupabaseFailure(describeStatus(refusal), { passing, retryAfterMs });
}

function fromPostgrest(code: string, message: string, options: FailureOptions): SupabaseFailure {
  switch (code) {
    // Postgres would say so itself, had it been asked.
    case 'PGRST202':
      return new SupabaseFailure(`${message}: ${applyMigrations}.`, { ...options, sqlState: '42883' });
    // We send well-formed JSON; what can still be wrong with it is text that is no Unicode, which Postgres refuses too.
    case 'PGRST102':
      return new SupabaseFailure(message, { kind: 'poison', sqlState: '22P02' });
    case 'PGRST106':
      return new SupabaseFailure(`${message} Add "public" to the exposed schemas of the project.`, options);
    case 'PGRST125':
      return new SupabaseFailure(`${message}: correct SUPABASE_URL (PGRST125).`, options);
    case 'PGRST300':
    case 'PGRST301':
    case 'PGRST302':
    case 'PGRST303':
      return new SupabaseFailure(`SUPABASE_SECRET_KEY is not accepted (${code}): ${checkKey}.`, options);
    default:
      return new SupabaseFailure(`PostgREST does not answer the call (${code}): ${message}`, options);
  }
}

function describeStatus({ status, host }: Refusal): string {
  if (status === 401 || status === 403)
    return `SUPABASE_SECRET_KEY is not accepted by ${host} (${status}): ${checkKey}.`;
  if (status >= 200 && status < 300)
    return `${host} answered ${status} without a result: ${applyMigrations}.`;
  if (status >= 300 && status < 400) return `${host} redirects (${status}): correct SUPABASE_URL.`;
  if (status === 404) return `${host} has no database API (404): correct SUPABASE_URL.`;
  if (status === 429) return `${host} takes no more calls for now (429).`;
  if (status === 540) return `The Supabase project at ${host} is paused (540): restore it in its dashboard.`;
  return `${host} answered ${status} and nothing that PostgREST says.`;
}

function readError(body: string): { code: string; message: string } {
  try {
    const { code, message } = JSON.parse(body) as { code?: unknown; message?: unknown };
    if (typeof code === 'string') return { code, message: typeof message === 'string' ? message : code };
  } catch {
    // A page, or nothing.
  }
  return { code: '', message: '' };
}
