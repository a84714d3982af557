import { SupabaseFailure } from './supabase-failure.ts';

const FIRST_PAUSE_MS = 50;
/** A second attempt needs this much of the time that is left, or it is not begun. */
const LEAST_LEFT_MS = 100;

/**
 * Functions that may run twice. Reads change nothing. The writes are idempotent: `award_xp` by the natural keys of the
 * activities, `quarantine_event` by the webhook id, the others because they move a value to where it already is. When
 * the answer of a first attempt was lost, a second `award_xp` says `duplicate` of what the first one awarded. That is
 * what Whop would hear ten seconds later, had the webhook answered 503 instead: the XP is committed once either way.
 * What makes a new thing with every call (`create_reward`, `create_api_key`), or would refuse what it did the first time
 * (`save_configuration`, `claim_reward`), is missing here, and so is what we don't know.
 */
const repeatableWrites = new Set([
  'award_xp',
  'delete_expired_checks',
  'delete_expired_events',
  'dismiss_flag',
  'ensure_communities',
  'exclude_member',
  'leave_quarantine',
  'make_reset',
  'quarantine_event',
  'raise_flags',
  'rebuild_members',
  'recompute_levels',
  'revoke_api_key',
  'save_integrity_check',
  'save_memberships',
  'save_profiles',
  'take_back',
  'touch_api_keys',
  'touch_members',
  'update_me',
]);

function isRepeatable(fn: string): boolean {
  return /^(get|find|list)_/.test(fn) || repeatableWrites.has(fn);
}

/** How long to wait before a second attempt; undefined where there must be none. `leftMs` is what the call still has. */
export function pauseBeforeRetry(fn: string, error: unknown, leftMs: number): number | undefined {
  if (!(error instanceof SupabaseFailure) || !error.passing || !isRepeatable(fn)) return undefined;
  const pause = error.retryAfterMs ?? FIRST_PAUSE_MS * (1 + Math.random());
  return pause + LEAST_LEFT_MS <= leftMs ? pause : undefined;
}
