/** The total XP at `level`, where `cost(n)` is the XP from level n to level n + 1. */
export function sumOfCosts(level: number, cost: (from: number) => number): number {
  let total = 0;
  for (let from = 0; from < level; from += 1) total += cost(from);
  return total;
}
