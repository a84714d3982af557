import type { Theme } from './theme.ts';

/** What a creator may choose for all widgets of the community, and the CSS property that says whether it is one. */
const tokens = {
  accent: 'color',
  surface: 'color',
  text: 'color',
  textQuiet: 'color',
  line: 'color',
  radius: 'border-radius',
  font: 'font-family',
} as const;

const worn = new WeakMap<HTMLElement, Record<string, unknown>>();

/** Puts the community's theme under the page's own: `--wee5-accent` still wins over what this sets. */
export function applyCommunityTheme(root: HTMLElement, theme: Record<string, unknown>): void {
  if (worn.get(root) === theme) return;
  worn.set(root, theme);
  for (const [name, property] of Object.entries(tokens)) {
    const value = typeof theme[name] === 'number' ? `${theme[name]}px` : theme[name];
    const isValid = typeof value === 'string' && CSS.supports(property, value);
    root.style.setProperty(`--_c-${name.toLowerCase()}`, isValid ? value : null);
  }
}

/** `light` or `dark` where the creator chose one for every page. */
export function communityScheme(theme: Record<string, unknown> | undefined): Theme | undefined {
  const scheme = theme?.['scheme'];
  return scheme === 'light' || scheme === 'dark' ? scheme : undefined;
}
