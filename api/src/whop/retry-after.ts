const UNTOLD_MS = 10_000;
const LONGEST_MS = 5 * 60_000;

/**
 * How long a 429 asks to wait: the header in seconds, or Whop's sentence "Try again in 12 seconds.", or ten seconds
 * where it says neither. Never more than five minutes.
 */
export function retryAfterMs(header: string | null, body: string): number {
  const seconds = Number(header ?? Number.NaN);
  const told = Number.isFinite(seconds) ? seconds * 1000 : readSentence(body);
  return Math.min(Math.max(told ?? UNTOLD_MS, 0), LONGEST_MS);
}

function readSentence(body: string): number | undefined {
  const [, amount, unit] = /again in (\d+(?:\.\d+)?) ?(second|minute)/i.exec(body) ?? [];
  if (amount === undefined) return undefined;
  return Number(amount) * (unit?.toLowerCase() === 'minute' ? 60_000 : 1000);
}
