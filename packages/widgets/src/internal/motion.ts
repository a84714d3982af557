const reduced = matchMedia('(prefers-reduced-motion: reduce)');

/** Whether things may move; asked each time, since a person can change their mind. */
export function motionAllowed(): boolean {
  return !reduced.matches && !document.hidden;
}
