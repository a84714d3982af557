import { getDefaults } from '../config.ts';
import type { Language } from '../messages/language.ts';
import { parentOf } from './parent-of.ts';

/** The language a widget is asked for: its own `lang`, the one set for all widgets, the page's around it, else English. */
export function wantedLanguage(host: HTMLElement): string {
  return host.lang || getDefaults().lang || inherited(host, 'lang') || 'en';
}

/**
 * The direction of a widget's layout where the page gives it none: that of its language. What a page says for its own
 * language does not count where the widget was told another.
 */
export function ownDirection(host: HTMLElement, { direction }: Language): string | undefined {
  const given = host.lang || getDefaults().lang ? host.dir : inherited(host, 'dir');
  return given ? undefined : direction;
}

function inherited(host: Element, attribute: string): string | undefined {
  for (let element: Element | null = host; element; element = parentOf(element)) {
    const value = element.getAttribute(attribute);
    if (value) return value;
  }
  return undefined;
}
