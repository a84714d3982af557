import type { Reward } from '@wee5/client';
import { html, nothing, svg } from 'lit';
import { icon } from '../icons.ts';
import { safeImageUrl } from '../../internal/safe-image-url.ts';

/** Pictures that did not load on this page; they are not asked for again. */
const broken = new Set<string>();

/**
 * A reward's picture over its badge's emoji or its type's icon, which stay until the picture is there, and for good
 * where it never comes. A badge's colour tints what is behind.
 */
export function renderRewardImage({ type, imageUrl, metadata }: Reward) {
  const source = safeImageUrl(imageUrl);
  const { color, icon: emoji } = type === 'badge' ? metadata : {};
  const tint = typeof color === 'string' && /^#[0-9a-f]{6}$/i.test(color) ? color : undefined;
  return html`${tint ? renderTint(tint) : nothing}${
    typeof emoji === 'string' ? html`<span class="emoji">${emoji}</span>` : icon(type)
  }${
    source && !broken.has(source)
      ? html`<img
          src=${source}
          alt=""
          decoding="async"
          referrerpolicy="no-referrer"
          @error=${hide}
          @load=${show}
          hidden
        />`
      : nothing
  }`;
}

/** A shape takes its colour as an attribute, which no policy forbids. */
function renderTint(color: string) {
  return svg`<svg class="tint"><rect width="100%" height="100%" fill=${color} /></svg>`;
}

function show({ target }: Event) {
  (target as HTMLImageElement).hidden = false;
}

function hide({ target }: Event) {
  const image = target as HTMLImageElement;
  broken.add(image.src);
  image.hidden = true;
}
