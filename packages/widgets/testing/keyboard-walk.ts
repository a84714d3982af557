/** Where the focus is while somebody walks through a page by keyboard. */
export interface FocusStop {
  /** What it is: `button “Try again”`. */
  name: string;
  /** What keeps a person from seeing it; empty where they do. */
  unseen: string[];
}

/** The element that has the focus, also inside of shadow roots. */
export function focused(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

export function describeFocus(): FocusStop | undefined {
  const element = focused();
  if (!element || element === document.body) return undefined;
  return { name: nameOf(element), unseen: unseenBecause(element) };
}

function nameOf(element: Element): string {
  const words = element.getAttribute('aria-label') ?? element.textContent.replaceAll(/\s+/g, ' ').trim();
  return `${element.role ?? element.localName} “${words.slice(0, 60)}”`;
}

function unseenBecause(element: Element): string[] {
  const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
  const { width, height } = element.getBoundingClientRect();
  const reasons: string[] = [];
  if (outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 2)
    reasons.push('it has no outline of 2 px');
  if (/^rgba\(.*, 0\)$|\/ 0\)$/.test(outlineColor)) reasons.push('its outline is transparent');
  if (width < 2 || height < 2) reasons.push('it is too small to see');
  if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) {
    reasons.push('it is hidden');
  }
  return reasons;
}

/**
 * Walks through a widget with Tab and back with Shift+Tab.
 * @param press - presses a key as a person does, such as `sendKeys` of `@web/test-runner-commands`
 * @returns the stops on the way
 * @throws where a stop cannot be seen, where the focus does not come out again, or where the ways differ
 */
export async function walkByKeyboard(
  widget: Element,
  press: (key: 'Tab' | 'Shift+Tab') => Promise<unknown>,
): Promise<FocusStop[]> {
  const [before, after] = ['before', 'after'].map(gate);
  if (!before || !after) return [];
  widget.before(before);
  widget.after(after);
  try {
    before.focus();
    const there = await walk(after, () => press('Tab'));
    const back = await walk(before, () => press('Shift+Tab'));
    const names = (stops: FocusStop[]) => stops.map(({ name }) => name).join(', ');
    if (names(there) !== names(back.toReversed())) {
      throw new Error(`Forwards there is ${names(there)}; backwards ${names(back)}.`);
    }
    return there;
  } finally {
    before.remove();
    after.remove();
  }
}

const atMost = 200;

async function walk(goal: Element, step: () => Promise<unknown>): Promise<FocusStop[]> {
  const stops: FocusStop[] = [];
  while (stops.length < atMost) {
    await step();
    if (focused() === goal) return stops;
    const stop = describeFocus();
    if (!stop) throw new Error(`The focus is nowhere after ${stops.at(-1)?.name ?? 'the first step'}.`);
    if (stop.unseen.length > 0) throw new Error(`${stop.name} cannot be seen: ${stop.unseen.join(', ')}.`);
    stops.push(stop);
  }
  throw new Error(`The widget keeps the focus: ${atMost} steps lead nowhere else.`);
}

function gate(name: string): HTMLButtonElement {
  return Object.assign(document.createElement('button'), { type: 'button', textContent: name });
}
