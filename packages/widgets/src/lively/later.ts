/**
 * What runs with an object later, if there still is one: whoever waits for the network does not keep an element that has
 * left the page.
 * @param run - must get to the object by its argument alone
 */
export function later<T extends object, Args extends unknown[]>(
  it: T,
  run: (it: T, ...args: Args) => void,
): (...args: Args) => void {
  const kept = new WeakRef(it);
  return (...args) => {
    const found = kept.deref();
    if (found) run(found, ...args);
  };
}
