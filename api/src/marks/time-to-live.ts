/** Throws a `RangeError` for what is no time to live. */
export function checkTimeToLive(ttlMs: number): void {
  if (Number.isInteger(ttlMs) && ttlMs > 0) return;
  throw new RangeError(`A mark's ttlMs must be a positive whole number, not ${ttlMs}.`);
}
