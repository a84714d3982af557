/** Whether things may move; asked each time, since a person can change their mind. */
export function motionAllowed(): boolean {
  return !document.hidden && !matchMedia('(prefers-reduced-motion: reduce)').matches;
}
