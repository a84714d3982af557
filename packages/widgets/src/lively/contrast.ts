import type { Stage } from './stage.ts';

/** What text needs on its surface; the first is WCAG's AAA for body text. */
export const goals = [
  { of: '.root', name: 'text', ratio: 7 },
  { of: '.quiet', name: 'textQuiet', ratio: 4.5 },
] as const;

const own = [
  '--wee5-surface',
  '--wee5-text',
  '--wee5-text-quiet',
  '--_c-surface',
  '--_c-text',
  '--_c-textquiet',
];
const warned = new Set<string>();
const looks = new WeakMap<Stage, string>();

/**
 * Says in the console, once for each pair of colours, where a page's or a creator's own colours are hard to read. What
 * Wee5 derives from an accent is readable by itself and not looked at. It is done when the page has nothing else to do,
 * and only where a widget's look may be another than before.
 */
export function checkContrast(stage: Stage): void {
  const root = stage.renderRoot.querySelector<HTMLElement>('.root');
  if (!root) return;
  const look = [stage, root].map(({ className, style }) => className + style.cssText).join();
  if (looks.get(stage) === look) return;
  looks.set(stage, look);
  whenIdle(() => stage.isConnected && checkRoot(stage, root));
}

function checkRoot({ renderRoot }: Stage, root: HTMLElement): void {
  const style = getComputedStyle(root);
  if (!own.some((name) => style.getPropertyValue(name))) return;
  const surface = style.backgroundColor;
  for (const { of, name, ratio } of goals) {
    const element = renderRoot.querySelector(of);
    if (element) check({ color: getComputedStyle(element).color, surface, name, ratio });
  }
}

function whenIdle(run: () => void): void {
  // Safari has no such moments.
  if ('requestIdleCallback' in globalThis) requestIdleCallback(run);
  else setTimeout(run);
}

function check({
  color,
  surface,
  name,
  ratio,
}: Record<'color' | 'surface' | 'name', string> & { ratio: number }) {
  const pair = `${color} ${surface} ${ratio}`;
  if (warned.has(pair)) return;
  warned.add(pair);
  const has = contrast(color, surface);
  if (has >= ratio) return;
  const numbers = `${has.toFixed(1)}:1, less than ${ratio}:1`;
  // oxlint-disable-next-line no-console -- Where else does the developer of a page look?
  console.warn(
    `Wee5: the theme's "${name}" is hard to read on its "surface": ${numbers}. Change one of them.`,
  );
}

/** The contrast of two colours as the browser paints them, 1 to 21; https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio. */
export function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].toSorted((x, y) => y - x);
  return (light! + 0.05) / (dark! + 0.05);
}

function luminance(color: string): number {
  const canvas = new OffscreenCanvas(1, 1).getContext('2d')!;
  canvas.fillStyle = color;
  canvas.fillRect(0, 0, 1, 1);
  const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].map((value) => {
    const c = value / 255;
    return c <= 0.040_45 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}
