import type { Reward } from '@wee5/client';
import { html, nothing, svg } from 'lit';
import { safeLink } from '../../internal/safe-link.ts';
import { draw } from '../../lively/draw.ts';
import { renderRewardImage } from '../../lively/rewards/image.ts';
import type { RewardStage } from '../../lively/rewards/stage.ts';
import { dateText } from '../../messages/dates.ts';
import { moreWords } from '../../messages/more-words.ts';
import { copyKey } from './copy-code.ts';

const away = svg`<path d="M6 3.5H3.5v9h9V10M9.5 2.75h3.75V6.5M13 3 7.5 8.5"/>`;

/** Whether there is more to a reward than its line: what a claim gave, or where a role's member gets it. */
export function hasDetails({ type, state, metadata }: Reward): boolean {
  if (!state || state === 'locked') return false;
  return type === 'role' && state === 'unlocked'
    ? !!textOf(metadata['roleName']) || safeLink(metadata['url']) !== null
    : state !== 'unlocked';
}

/** What a reward gave its member. It all comes from the creator, and is text. */
export function renderDetails(stage: RewardStage, reward: Reward, copy: () => void) {
  const { rewardId, state, metadata } = reward;
  const { about, role } = moreWords(stage.language).claim;
  const meaning = Object.entries(about).find(([name]) => name === state)?.[1];
  const isTheirs = state !== 'expired' && state !== 'revoked';
  const roleName = textOf(metadata['roleName']);
  return html`<div
    class="details small"
    part="details"
    id="details-${rewardId}"
    role="group"
    aria-labelledby="name-${rewardId}"
  >
    ${meaning ? html`<div class="t">${meaning}</div>` : nothing}
    ${isTheirs && roleName ? html`<div class="t">${role(roleName)}</div>` : nothing}
    ${isTheirs ? renderGift(stage, reward, copy) : nothing} ${renderSince(stage, reward)}
  </div>`;
}

function renderGift(stage: RewardStage, reward: Reward, copy: () => void) {
  const { type, metadata, name } = reward;
  const instructions = textOf(metadata['instructions']);
  return html`${
    type === 'badge'
      ? html`<div class="badge">
          <span class="image" aria-hidden="true">${renderRewardImage(reward)}</span>
          <bdi class="strong">${name}</bdi>
        </div>`
      : nothing
  }${instructions ? html`<div class="instructions" part="instructions" dir="auto">${instructions}</div>` : nothing}
  ${textOf(metadata['code']) ? renderCode(stage, reward, copy) : nothing}
  ${renderLink(stage, metadata['url'])}`;
}

function renderCode(stage: RewardStage, { rewardId, metadata }: Reward, copy: () => void) {
  const words = moreWords(stage.language).claim;
  const copied = stage.moments.get(copyKey(rewardId));
  return html`<div class="code">
      <code part="code" id="code-${rewardId}" dir="ltr">${metadata['code']}</code>
      <button
        part="button"
        id="copy-${rewardId}"
        aria-labelledby="copy-${rewardId} code-${rewardId}"
        @click=${copy}
      >
        ${copied === 1 ? words.copied : words.copy}
      </button>
    </div>
    ${copied === -1 ? html`<div class="quiet t">${words.notCopied}</div>` : nothing}`;
}

function renderLink({ language }: RewardStage, value: unknown) {
  const url = safeLink(value);
  if (!url) return nothing;
  const { open, newTab } = moreWords(language).claim;
  return html`<a part="link" href=${url.href} target="_blank" rel="noopener noreferrer nofollow"
    ><bdi>${open(url.host)}</bdi>${draw(away)}<span class="unseen">${newTab}</span></a
  >`;
}

function renderSince({ language }: RewardStage, { claimedAt, unlockedAt }: Reward) {
  const at = claimedAt ?? unlockedAt;
  if (!at) return nothing;
  const { claimedOn, unlockedOn } = moreWords(language).claim;
  const date = dateText(language, new Date(at), { dateStyle: 'medium' });
  return html`<div class="quiet t">
    <time datetime=${at}>${(claimedAt ? claimedOn : unlockedOn)(date)}</time>
  </div>`;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() ? value : undefined;
}
