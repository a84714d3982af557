import { parentOf } from './parent-of.ts';

export type Theme = 'auto' | 'light' | 'dark';

/**
 * The class that gives a widget its colours. `auto` follows the page: its `color-scheme` where it names one (the
 * widget inherits it, so no class), else the background it paints behind the widget, else Whop's theme.
 */
export function themeClass(theme: Theme, host: Element): string {
  if (theme === 'light' || theme === 'dark') return theme;
  if (getComputedStyle(host).colorScheme !== 'normal') return '';
  for (let element = parentOf(host); element; element = parentOf(element)) {
    const lightness = backgroundLightness(getComputedStyle(element).backgroundColor);
    if (lightness !== null) return lightness < 0.5 ? 'dark' : 'light';
  }
  return /whop-frosted-theme=\S*dark/.test(cookies()) ? 'dark' : 'light';
}

let read: string | undefined;

/**
 * Whop tells an app in its frame by a cookie which theme it is in. A sandboxed page may not look. Browsers ask another
 * process for cookies, so widgets that come together ask once.
 */
function cookies(): string {
  if (read === undefined) {
    queueMicrotask(() => (read = undefined));
    try {
      read = document.cookie;
    } catch {
      read = '';
    }
  }
  return read;
}

/** `system` where the page has set no font: a browser's own default would be a serif face. */
export function fontClass(host: Element): string {
  return /^("?Times( New Roman)?"?|serif)$/.test(getComputedStyle(host).fontFamily) ? 'system' : '';
}

let watchers = 0;
let leave: () => void;

/**
 * Calls back when the page may look different: the system's scheme changed, or its root did. All who watch at a time are
 * told by the first one's callback.
 */
export function watchPage(changed: () => void): () => void {
  if (!watchers++) {
    const dark = matchMedia('(prefers-color-scheme: dark)');
    const observer = new MutationObserver(changed);
    const attributeFilter = ['class', 'style', 'lang', 'dir', 'data-theme', 'data-bs-theme', 'data-mode'];
    for (const root of [document.documentElement, document.body]) observer.observe(root, { attributeFilter });
    dark.addEventListener('change', changed);
    leave = () => {
      observer.disconnect();
      dark.removeEventListener('change', changed);
    };
  }
  return () => void (--watchers || leave());
}

/** 0 to 1, or null for a background that shows what is behind it. */
function backgroundLightness(color: string): number | null {
  const numbers = (color.replace('p3', '').match(/[\d.]+/g) ?? []).map(Number);
  const [a = 0, b = 0, c = 0, alpha = 1] = numbers;
  if (alpha < 0.5) return null;
  if (!color.startsWith('rgb')) return /^(ok)?l(ab|ch)/.test(color) ? a / (a > 1 ? 100 : 1) : (a + b + c) / 3;
  return (0.299 * a + 0.587 * b + 0.114 * c) / 255;
}
