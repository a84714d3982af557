/**
 * AmariBot, as Lurkr's preset of that name has it: level n begins at 20n² − 40n + 55, which is 20(n − 1)² + 35.
 * @see https://ptb.lurkr.gg/docs/guides/customize-leveling-speed
 */
export function amaribotTotalXp(level: number): number {
  return 20 * (level - 1) ** 2 + 35;
}
