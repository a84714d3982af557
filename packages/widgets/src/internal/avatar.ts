import { html, type LitElement } from 'lit';
import { safeImageUrl } from './safe-image-url.ts';

/** Pictures that did not load on this page; they are not asked for again. */
const broken = new Set<string>();

/**
 * A member's picture, or a letter where there is none, it may not be loaded or it is broken.
 * Says nothing to a screen reader: the name stands beside it.
 */
export function avatar(url: string | null, letter: string) {
  const source = safeImageUrl(url);
  return html`<span class="avatar" part="avatar" aria-hidden="true"
    >${
      source && !broken.has(source)
        ? html`<img src=${source} alt="" decoding="async" referrerpolicy="no-referrer" @error=${giveUp} />`
        : letter
    }</span
  >`;
}

function giveUp({ target }: Event) {
  const image = target as HTMLImageElement;
  broken.add(image.src);
  ((image.getRootNode() as ShadowRoot).host as LitElement | undefined)?.requestUpdate();
}
