import type { Reward } from '@wee5/client';
import { html, nothing, type PropertyDeclarations } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { getDefaults } from '../../config.ts';
import { RewardListController, type RewardProgress } from '../../controllers/reward-list-controller.ts';
import { Wee5Element } from '../../internal/base-element.ts';
import { icon } from '../../internal/icons.ts';
import { safeImageUrl } from '../../internal/safe-image-url.ts';
import type { Messages } from '../../messages/en.ts';
import type { Language } from '../../messages/language.ts';
import { styles } from './reward-list.styles.ts';

const placeholders: RewardProgress[] = [5, 10, 20].map((levelRequirement) => ({
  reward: {
    rewardId: `${levelRequirement}`,
    levelRequirement,
    type: 'custom',
    name: 'A reward’s name',
    description: 'What you get for it',
    imageUrl: null,
    metadata: {},
    state: null,
    unlockedAt: null,
    claimedAt: null,
  },
  stage: 'open',
  state: null,
  toGo: null,
  done: null,
}));

/**
 * @summary What levels give, and how far a member is from the next of it.
 * @tag wee5-reward-list
 *
 * @event {RewardUnlockedEvent} wee5-reward-unlocked - A reward became the member's while the page was open.
 *
 * @slot title - Instead of the word “Rewards”.
 * @slot empty - Instead of the words for a community without rewards.
 * @slot error - Instead of the words that say what went wrong.
 *
 * @csspart card - The card itself.
 * @csspart body - The content without the footer.
 * @csspart title - The line above the rewards.
 * @csspart reward - A reward.
 * @csspart image - A reward's picture or icon.
 * @csspart name - A reward's name.
 * @csspart description - What it is.
 * @csspart bar - The way to the next reward.
 * @csspart state - The level it needs, or how far it has come.
 * @csspart footer - The last line.
 * @csspart status - Live, or how old the data is.
 * @csspart notice - What stands in the content's place.
 * @csspart button - “Try again”.
 *
 * @cssproperty --wee5-accent - Colours the bar and the focus ring; darkened or lightened as far as contrast needs.
 * @cssproperty --wee5-font - A font family; the page's font if not set.
 * @cssproperty --wee5-radius - The card's corner radius; 14px if not set.
 * @cssproperty --wee5-surface - The card's background.
 * @cssproperty --wee5-text - The colour of text.
 * @cssproperty --wee5-text-quiet - The colour of secondary text.
 * @cssproperty --wee5-line - The colour of hairlines.
 *
 * @example
 * <wee5-reward-list community="biz_demo" user="user_ada"></wee5-reward-list>
 */
export class RewardListElement extends Wee5Element {
  static override styles = [...Wee5Element.styles, styles];
  static override properties: PropertyDeclarations = { user: {} };

  /** Whose progress to show: a Whop user id, or `me`; if not set, `me` where the page has a token, else nobody's. */
  declare user: string | undefined;

  readonly #controller = new RewardListController({
    host: this,
    community: this.communityFeed,
    userId: () => this.user || (getDefaults().getToken && 'me'),
    unlocked: (rewards) => this.enliven((lively) => lively.rewardsUnlocked(this, rewards)),
  });

  /** @internal */
  get feed() {
    return this.#controller.rewards;
  }

  protected override get otherFeeds() {
    return [this.#controller.card, ...super.otherFeeds];
  }

  protected get label() {
    return this.words.rewards.title;
  }

  protected override get isEmpty() {
    return !this.feed.data?.rewards.length;
  }

  protected renderBody() {
    const { list } = this.#controller;
    return html`<div class="title" part="title" id="title">
        <slot name="title">${this.words.rewards.title}</slot>
      </div>
      <ul role="list" aria-labelledby="title">
        ${repeat(
          list?.length ? list : placeholders,
          ({ reward }) => reward.rewardId,
          (progress) => this.#renderReward(progress),
        )}
      </ul>`;
  }

  /** @internal */
  renderSummary() {
    const list = this.#controller.list ?? [];
    if (!list.length) return nothing;
    const reached = list.filter(({ stage }) => stage === 'reached').length;
    const isOpen = list[0]?.stage === 'open';
    return isOpen ? this.words.rewards.total(list.length) : this.words.rewards.count(reached, list.length);
  }

  get #freshText() {
    return this.lively?.moreWords(this.language).moves.fresh;
  }

  #renderReward(progress: RewardProgress) {
    const { reward, stage, state } = progress;
    const fresh = this.moments.has(reward.rewardId);
    const has = stage === 'reached' && inHand.has(state ?? 'unlocked');
    return html`<li class="${stage} ${has ? 'has' : ''} ${fresh ? 'fresh' : ''}" part="reward">
      ${renderImage(reward)}
      <div class="what">
        <bdi class="name strong cut" part="name" title=${reward.name}
          ><span class="t">${reward.name}</span></bdi
        >
        ${
          reward.description
            ? html`<bdi class="small quiet cut" part="description" title=${reward.description}
                ><span class="t">${reward.description}</span></bdi
              >`
            : nothing
        }
      </div>
      ${renderState(progress, { messages: this.words, fresh: fresh ? this.#freshText : undefined })}
      ${stage === 'next' ? renderBar(progress, this.language) : nothing}
    </li>`;
  }
}

const inHand = new Set(['unlocked', 'claimed', 'fulfilled']);

function renderState(
  { reward, stage, state }: RewardProgress,
  { messages: words, fresh }: { messages: Messages; fresh: string | undefined },
) {
  const level = words.levelNumber(reward.levelRequirement);
  if (stage !== 'reached' && stage !== 'gone') {
    return html`<span class="state small quiet" part="state"
      >${stage === 'open' ? nothing : icon('lock')}<span class="t">${level}</span></span
    >`;
  }
  const now = state ?? 'unlocked';
  const has = inHand.has(now);
  return html`<span class="state small ${has ? 'strong' : 'quiet'}" part="state" title=${level}
    >${has ? icon('check') : nothing}${fresh ?? words.rewards.states[now]}</span
  >`;
}

function renderImage({ imageUrl, type }: Reward) {
  const source = safeImageUrl(imageUrl);
  return html`<span class="image t" part="image" aria-hidden="true"
    >${icon(type)}${
      source
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
    }</span
  >`;
}

/** The icon stays until the picture is there, and for good where it never comes. */
function show({ target }: Event) {
  (target as HTMLImageElement).hidden = false;
}

function hide({ target }: Event) {
  (target as HTMLImageElement).hidden = true;
}

function renderBar({ reward, done, toGo }: RewardProgress, { messages, full }: Language) {
  const words = messages.rewards;
  if (done === null || toGo === null) return nothing;
  const percent = Math.round(done * 100);
  const text = words.toGo(toGo);
  return html`<div class="way small quiet" title=${full(toGo)}>
    <svg
      class="bar"
      part="bar"
      role="progressbar"
      aria-label=${words.progress(reward.name)}
      aria-valuenow=${percent}
      aria-valuetext=${text}
    >
      <line x1="0" y1="3" x2="100%" y2="3" pathLength="100" stroke-dashoffset=${100 - percent} />
    </svg>
    <span>${text}</span>
  </div>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'wee5-reward-list': RewardListElement;
  }
}

export type { RewardUnlockedEvent } from '../../events/reward-unlocked.ts';
