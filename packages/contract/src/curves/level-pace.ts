/** The levels whose pace is worth telling; the top is told as well. */
const TOLD = [1, 5, 10, 20, 50];

/**
 * How many hours of activity levels take, at one awarded message a minute: what makes curves comparable.
 *
 * @param thresholds as `levelThresholds` returns them.
 * @param xpPerMinute what a message is worth on average; for 0, no level can be reached and the list is empty.
 * @param levels which levels; 1, 5, 10, 20, 50 and the top unless given. Those above the top are left out.
 * @example
 * levelPace(levelThresholds({ kind: 'mee6' }), 20, [10]); // [{ level: 10, xp: 4675, hours: 3.895… }]
 */
export function levelPace(
  thresholds: readonly number[],
  xpPerMinute: number,
  levels: readonly number[] = [...TOLD.filter((level) => level < thresholds.length), thresholds.length],
): { level: number; xp: number; hours: number }[] {
  if (xpPerMinute <= 0) return [];
  return levels.flatMap((level) => {
    const xp = thresholds[level - 1];
    return xp === undefined ? [] : [{ level, xp, hours: xp / xpPerMinute / 60 }];
  });
}
