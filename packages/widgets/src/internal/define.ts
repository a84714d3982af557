/**
 * Defines an element unless its tag is taken: a page may carry the script tag and a bundle, or either of them twice.
 * The first definition stays.
 */
export function define(tag: string, element: CustomElementConstructor): void {
  if (!customElements.get(tag)) customElements.define(tag, element);
}
