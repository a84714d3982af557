import type { Holder, World } from './step.ts';

/** Who asks PostgREST, as a browser would: with the publishable key and, but for `anon`, a member token. */
export type Asker = 'anon' | Exclude<Holder, 'creator'>;

export interface RestAnswer {
  status: number;
  /** The SQLSTATE or PostgREST's code, where the answer is an error. */
  code: string | undefined;
  rows: Record<string, unknown>[];
}

/** Asks the project's REST API directly, past this server. */
export async function rest(
  { target, tokens }: World,
  asker: Asker,
  path: string,
  body?: object,
): Promise<RestAnswer> {
  const { url, publishableKey } = target.supabase;
  const token = asker === 'anon' ? undefined : tokens.get(asker);
  const response = await fetch(`${url}/rest/v1/${path}`, {
    method: body ? 'POST' : 'GET',
    headers: {
      apikey: publishableKey,
      ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
      ...(body ? { 'Content-Type': 'application/json' } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const answer: unknown = await response.json().catch(() => undefined);
  const rows = Array.isArray(answer) ? (answer as Record<string, unknown>[]) : [];
  return { status: response.status, code: (answer as { code?: string } | undefined)?.code, rows };
}
