import { html, type LitElement } from 'lit';
import { safeImageUrl } from './safe-image-url.ts';

/** Pictures that did not load on this page; they are not asked for again. */
const broken = new Set<string>();

/** A picture's address if it may be loaded and has not failed before; its `@error` is {@link giveUp}. */
export function usableImage(url: string | null | undefined): string | undefined {
  const source = safeImageUrl(url);
  return source && !broken.has(source) ? source : undefined;
}

/** Has the element around a broken picture render again without it. */
export function giveUp({ target }: Event): void {
  const image = target as HTMLImageElement;
  broken.add(image.src);
  ((image.getRootNode() as ShadowRoot).host as LitElement | undefined)?.requestUpdate();
}

/**
 * A member's picture, or a letter where there is none, it may not be loaded or it is broken.
 * Says nothing to a screen reader: the name stands beside it.
 */
export function avatar(url: string | null, letter: string) {
  const source = usableImage(url);
  return html`<span class="avatar" part="avatar" aria-hidden="true"
    >${
      source
        ? html`<img src=${source} alt="" decoding="async" referrerpolicy="no-referrer" @error=${giveUp} />`
        : letter
    }</span
  >`;
}
