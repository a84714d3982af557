import type { Reward } from '@wee5/client';
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { giveUp, usableImage } from '../internal/avatar.ts';
import { isTheirs } from '../internal/is-theirs.ts';
import { icon } from './icons.ts';
import type { Language } from '../messages/language.ts';
import { moreWords } from '../messages/more-words.ts';

const shown = 4;

/** The badges among the reader's rewards, the highest first; nothing without one. */
export function renderBadges(language: Language, rewards: Reward[]) {
  const { card: words } = moreWords(language);
  const badges = rewards
    .filter((reward) => reward.type === 'badge' && isTheirs(reward))
    .toSorted((a, b) => b.levelRequirement - a.levelRequirement);
  if (!badges.length) return nothing;
  const rest = badges.slice(shown);
  return html`<div class="own-badges">
    <dt class="small quiet"><span class="t">${words.badges}</span></dt>
    <dd class="badges">
      ${repeat(badges.slice(0, shown), ({ rewardId }) => rewardId, renderBadge)}
      ${
        rest.length
          ? html`<span class="small quiet t" title=${rest.map(({ name }) => name).join('\n')}
              >${words.moreBadges(rest.length)}</span
            >`
          : nothing
      }
    </dd>
  </div>`;
}

function renderBadge({ name, imageUrl, metadata }: Reward) {
  const source = usableImage(imageUrl);
  const sign = metadata['icon'];
  return html`<span class="badge" part="badge" role="img" aria-label=${name} title=${name}
    >${
      source
        ? html`<img src=${source} alt="" decoding="async" referrerpolicy="no-referrer" @error=${giveUp} />`
        : typeof sign === 'string'
          ? sign
          : icon('badge')
    }</span
  >`;
}
