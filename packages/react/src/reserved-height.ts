const usualRows = 10;

/** How many pixels each widget is high while it loads, 480 px wide. */
const heights: Record<string, (props: Record<string, unknown>) => number> = {
  'wee5-rank-card': () => 214,
  'wee5-leaderboard': ({ limit }) => 122 + 44 * (typeof limit === 'number' ? limit : usualRows),
  'wee5-reward-list': () => 250,
};

/** The height of a widget's placeholder, so that the page does not move when it loads; undefined for a tag that needs none. */
export function reservedHeight(tag: string, props: Record<string, unknown>): number | undefined {
  return heights[tag]?.(props);
}
