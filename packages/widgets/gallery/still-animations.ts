/** Animations and transitions, also inside of shadow roots, that follow a clock which is moved by hand. */
export class StillAnimations {
  readonly #begun = new Map<Animation, number>();

  /** Brings all of them to where they are at this time, in milliseconds; new ones begin then. */
  moveTo(time: number): void {
    for (const animation of animationsOf(document)) {
      if (!this.#begun.has(animation)) this.#begun.set(animation, time);
      const played = time - this.#begun.get(animation)!;
      const end = Number(animation.effect?.getComputedTiming().endTime ?? 0);
      if (played >= end) animation.finish();
      else Object.assign(animation, { currentTime: played }).pause();
    }
  }
}

function animationsOf(root: Document | ShadowRoot): Animation[] {
  const shadows = [...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? []);
  return [...root.getAnimations(), ...shadows.flatMap(animationsOf)];
}
