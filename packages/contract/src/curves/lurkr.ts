/**
 * Lurkr's default: level n begins at 50n² − 100n + 150, which is 50(n − 1)² + 100.
 * @see https://ptb.lurkr.gg/docs/guides/customize-leveling-speed
 */
export function lurkrTotalXp(level: number): number {
  return 50 * (level - 1) ** 2 + 100;
}
