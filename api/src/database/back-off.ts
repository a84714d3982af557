/** Doubles, and is spread so that the replicas of a server that was away do not come back all at once. */
export function backOff(attempt: number, { first, longest }: { first: number; longest: number }): number {
  return Math.min(longest, first * 2 ** attempt) * (0.5 + Math.random() / 2);
}
