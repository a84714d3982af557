/** One look at many states: what the gallery is asked for. */
export interface View {
  /** `rank-card.light.ltr.480`, `page.hostile` */
  name: string;
  /** The sheets of a group make one picture together: `rank-card.light.ltr`. */
  group: string;
  /** Of each widget, in CSS pixels. */
  width: number;
  query: Record<string, string>;
  /** What the system prefers. */
  media?: Record<string, string>;
  /** Whether it is compared with a picture kept in the repository. */
  compared: boolean;
}

const forcedColors = { 'forced-colors': 'active' };
const themes = ['light', 'dark'] as const;
const directions = ['ltr', 'rtl'] as const;
const widths = [240, 480, 900];

/** Every theme, direction and width of these widgets, then pages of strangers with a few states of each. */
export function everyView(widgets: string[]): View[] {
  const forced = { ...pageView('white'), name: 'page.forced', group: 'page.forced', media: forcedColors };
  return [...widgets.flatMap(viewsOf), ...['white', 'black', 'hostile'].map(pageView), forced];
}

function viewsOf(widget: string): View[] {
  return themes.flatMap((theme) =>
    directions.flatMap((dir) =>
      widths.map((width) => {
        const group = `${widget}.${theme}.${dir}`;
        const query = { widget, theme, dir };
        return { name: `${group}.${width}`, group, width, query, compared: isCompared(theme, dir, width) };
      }),
    ),
  );
}

function pageView(page: string): View {
  return {
    name: `page.${page}`,
    group: `page.${page}`,
    width: 480,
    query: { page, few: '' },
    compared: true,
  };
}

/** Every width in light, dark once, and the narrow one, where mirroring goes wrong first, in both. */
function isCompared(theme: string, dir: string, width: number): boolean {
  if (dir === 'rtl') return width === 240;
  return theme === 'light' || width === 480;
}
