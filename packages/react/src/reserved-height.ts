const usualRows = 10;

type Height = (props: Record<string, unknown>) => number;

/** How many pixels each widget is high while it loads, 480 px wide; null for one that stands in a line or above the page. */
export const heights: Record<string, Height | null> = {
  'wee5-rank-card': () => 230,
  'wee5-leaderboard': ({ limit }) => 122 + 44 * (typeof limit === 'number' ? limit : usualRows),
  'wee5-reward-list': () => 250,
  'wee5-activity': () => 330,
  'wee5-level-badge': null,
  'wee5-toast': null,
};

/** The height of a widget's placeholder, so that the page stays where it is when the widget loads. */
export function reservedHeight(tag: string, props: Record<string, unknown>): number | undefined {
  return heights[tag]?.(props);
}
