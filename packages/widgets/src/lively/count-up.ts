import { motionAllowed } from './motion.ts';
import type { Stage } from './stage.ts';

const duration = 400;

interface Count {
  target: number;
  shown: number;
  frame: number;
}

const counts = new WeakMap<Element, Count>();

/** Lets each `[data-xp]` that has grown since the last update count up to its number over 400 ms. */
export function countUp(stage: Stage): void {
  for (const element of stage.renderRoot.querySelectorAll<HTMLElement>('[data-xp]')) {
    const target = Number(element.dataset['xp']);
    const count = counts.get(element);
    if (!count) counts.set(element, { target, shown: target, frame: 0 });
    else if (target !== count.target) begin(stage, element, { count, target });
  }
}

function begin(stage: Stage, element: Element, { count, target }: { count: Count; target: number }): void {
  cancelAnimationFrame(count.frame);
  const from = count.shown;
  count.target = target;
  count.shown = target;
  // The template has written the number that it ends with into this node, and finds it there the next time.
  const text = textOf(element);
  if (!text || target < from || !motionAllowed()) return;
  const start = performance.now();
  const step = (now: number) => {
    const t = Math.min(1, Math.max(0, (now - start) / duration));
    count.shown = Math.round(from + (target - from) * (1 - (1 - t) ** 3));
    text.data = stage.xpText(count.shown);
    if (t < 1) count.frame = requestAnimationFrame(step);
  };
  step(start);
}

function textOf(element: Element): Text | undefined {
  return [...element.childNodes].find((node): node is Text => node instanceof Text && node.data !== '');
}
