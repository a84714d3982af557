/**
 * The level that `xp` is enough for: how many thresholds have been reached.
 *
 * @param thresholds strictly increasing, as `levelThresholds` returns them; empty means that there is level 0 only.
 * @example
 * levelAt(99, [100, 255]); // 0
 * levelAt(100, [100, 255]); // 1
 */
export function levelAt(xp: number, thresholds: readonly number[]): number {
  let low = 0;
  let high = thresholds.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((thresholds[middle] ?? Infinity) <= xp) low = middle + 1;
    else high = middle;
  }
  return low;
}
