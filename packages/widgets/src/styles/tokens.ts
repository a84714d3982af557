import { css } from 'lit';

/**
 * The tokens of all widgets. Custom properties without an underscore are for pages to set; the others derive from them.
 *
 * Neutrals take the accent's hue at a barely visible chroma. The accent keeps its hue and gives up as much lightness
 * as the surface asks for: no sRGB colour of OKLCH lightness ≤ 0.62 has less than 3:1 on white, none ≥ 0.64 less
 * than 3:1 on the dark surface.
 */
export const tokens = css`
  .root {
    --_given: var(--wee5-accent, var(--_c-accent, oklch(0.56 0.19 268)));
    --_accent: light-dark(
      oklch(from var(--_given) min(l, 0.62) c h),
      oklch(from var(--_given) max(l, 0.66) c h)
    );
    --_surface: var(
      --wee5-surface,
      var(
        --_c-surface,
        light-dark(oklch(from var(--_given) 1 0 h), oklch(from var(--_given) 0.205 min(c, 0.012) h))
      )
    );
    --_text: var(
      --wee5-text,
      var(
        --_c-text,
        light-dark(
          oklch(from var(--_given) 0.23 min(c, 0.02) h),
          oklch(from var(--_given) 0.955 min(c, 0.006) h)
        )
      )
    );
    --_quiet: var(
      --wee5-text-quiet,
      var(
        --_c-textquiet,
        light-dark(
          oklch(from var(--_given) 0.49 min(c, 0.018) h),
          oklch(from var(--_given) 0.73 min(c, 0.014) h)
        )
      )
    );
    --_line: var(
      --wee5-line,
      var(
        --_c-line,
        light-dark(
          oklch(from var(--_given) 0.915 min(c, 0.006) h),
          oklch(from var(--_given) 0.31 min(c, 0.012) h)
        )
      )
    );
    --_fill: light-dark(
      oklch(from var(--_given) 0.955 min(c, 0.006) h),
      oklch(from var(--_given) 0.275 min(c, 0.014) h)
    );
    --_own: color-mix(in oklab, var(--_accent) 8%, var(--_surface));
    --_good: light-dark(oklch(0.5 0.12 155), oklch(0.79 0.15 155));
  }
`;
