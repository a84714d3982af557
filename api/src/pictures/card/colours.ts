import { clampChroma, converter, formatHex, parse, type Oklch } from 'culori';

export type Theme = 'light' | 'dark';

/** Each `#rrggbb`. */
export interface Colours {
  /** Around the card, where a picture has no corners of its own. */
  readonly surface: string;
  readonly text: string;
  readonly quiet: string;
  readonly line: string;
  readonly fill: string;
  readonly accent: string;
}

const toOklch = converter('oklch');
const usualAccent: Oklch = { mode: 'oklch', l: 0.56, c: 0.19, h: 268 };

/**
 * The colours of the widgets: neutrals take the accent's hue, and the accent gives up as much lightness as the surface
 * asks for. `accent` is any CSS colour; what is none is the usual one.
 */
export function coloursOf(theme: Theme, accent: unknown): Colours {
  const given = readAccent(accent);
  const neutral = (l: number, most: number) => hex({ ...given, l, c: Math.min(given.c, most) });
  if (theme === 'dark') {
    return {
      surface: neutral(0.205, 0.012),
      text: neutral(0.955, 0.006),
      quiet: neutral(0.73, 0.014),
      line: neutral(0.31, 0.012),
      fill: neutral(0.275, 0.014),
      accent: hex({ ...given, l: Math.max(given.l, 0.66) }),
    };
  }
  return {
    surface: '#ffffff',
    text: neutral(0.23, 0.02),
    quiet: neutral(0.49, 0.018),
    line: neutral(0.915, 0.006),
    fill: neutral(0.955, 0.006),
    accent: hex({ ...given, l: Math.min(given.l, 0.62) }),
  };
}

function readAccent(accent: unknown): Oklch {
  const colour = typeof accent === 'string' ? toOklch(parse(accent)) : undefined;
  if (!colour || ![colour.l, colour.c, colour.h ?? 0].every(Number.isFinite)) return usualAccent;
  return { mode: 'oklch', l: Math.min(1, Math.max(0, colour.l)), c: colour.c, h: colour.h ?? 0 };
}

/** What no screen shows gives up colour, not lightness: the contrast stays. */
function hex(colour: Oklch): string {
  return formatHex(clampChroma(colour, 'oklch'));
}
