import { contrast, goals } from '../../../widgets/src/lively/contrast.ts';
import { colourFields, themeFields, type ThemeField } from '../../src/playground/settings.ts';

const properties = { radius: 'border-radius', font: 'font-family' } as const;

/** What is wrong with a theme: values that are none, and text that is hard to read as the widget shows it now. */
export function findingsOf(theme: Record<string, string>, widget: HTMLElement): string[] {
  return [...invalidOf(theme), ...contrastOf(widget)];
}

function invalidOf(theme: Record<string, string>): string[] {
  return Object.entries(theme).flatMap(([name, value]) => {
    if (name === 'scheme') return [];
    const field = name as ThemeField;
    const isColour = field in colourFields;
    if (CSS.supports(isColour ? 'color' : properties[field as keyof typeof properties], value)) return [];
    return [
      `${themeFields[field]}: “${value}” is no ${isColour ? 'CSS colour' : `CSS ${properties[field as keyof typeof properties]}`}, so widgets do without it.`,
    ];
  });
}

function contrastOf({ shadowRoot }: HTMLElement): string[] {
  const root = shadowRoot?.querySelector('.root');
  if (!root) return [];
  const surface = getComputedStyle(root).backgroundColor;
  return goals.flatMap(({ of, name, ratio }) => {
    const element = shadowRoot!.querySelector(of);
    if (!element || surface === 'rgba(0, 0, 0, 0)') return [];
    const has = contrast(getComputedStyle(element).color, surface);
    if (has >= ratio) return [];
    return [
      `${themeFields[name]} on ${themeFields.surface.toLowerCase()} is hard to read: ${has.toFixed(1)}:1, and at least ${ratio}:1 is needed. Change one of the two.`,
    ];
  });
}
