import { Directive, directive, PartType, type ElementPart, type PartInfo } from 'lit/directive.js';
import { noChange } from 'lit';
import { motionAllowed } from './motion.ts';

const duration = 400;

/** Writes a number into its element and, when the number grows, counts up to it over 400 ms. */
class CountUp extends Directive {
  #shown: number | undefined;
  #target: number | undefined;
  #frame = 0;

  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.ELEMENT)
      throw new Error('countUp() goes on an element: <span ${countUp(…)}></span>');
  }

  render(_value: number, _format: (value: number) => string) {
    return noChange;
  }

  override update(part: ElementPart, [value, format]: [number, (value: number) => string]) {
    if (value === this.#target) return noChange;
    const from = this.#shown;
    this.#target = value;
    cancelAnimationFrame(this.#frame);
    const show = (shown: number) => {
      this.#shown = shown;
      part.element.textContent = format(shown);
    };
    if (from === undefined || value < from || !motionAllowed()) show(value);
    else this.#run(from, value, show);
    return noChange;
  }

  #run(from: number, to: number, show: (value: number) => void) {
    const begin = performance.now();
    const step = (now: number) => {
      const t = Math.min(1, Math.max(0, (now - begin) / duration));
      show(Math.round(from + (to - from) * (1 - (1 - t) ** 3)));
      if (t < 1) this.#frame = requestAnimationFrame(step);
    };
    step(begin);
  }
}

/** `<span ${countUp(4675, compact)}></span>` */
export const countUp = directive(CountUp);
