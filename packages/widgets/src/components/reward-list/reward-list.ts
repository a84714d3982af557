import type { Reward } from '@wee5/client';
import { html, nothing, type PropertyDeclarations } from 'lit';
import { getDefaults } from '../../config.ts';
import { RewardListController, type RewardProgress } from '../../controllers/reward-list-controller.ts';
import { Wee5Element } from '../../internal/base-element.ts';
import { fewOf } from './few.ts';
import { styles } from './reward-list.styles.ts';

const placeholders = [5, 10, 20].map((levelRequirement): RewardProgress => ({
  reward: {
    rewardId: `${levelRequirement}`,
    levelRequirement,
    name: 'A reward’s name',
    description: 'What you get',
  } as Reward,
  stage: 'open',
  state: null,
}));

/**
 * @summary What levels give, and how far a member is from the next of it.
 * @tag wee5-reward-list
 *
 * A reader's own list lets them claim what waits for them, and keeps what a claim gave (a code, instructions, a link)
 * one press away. It shows “claimed” for nothing but the API's word.
 *
 * @event {RewardUnlockedEvent} wee5-reward-unlocked - A reward became the member's while the page was open.
 * @event {RewardClaimedEvent} wee5-reward-claimed - The reader claimed a reward here, and the API said so.
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
 * @csspart button - Every button: “Claim”, “Copy”, “Show all”, “Try again”.
 * @csspart claim - The button of a reward that waits to be claimed (also a `button`).
 * @csspart toggle - The button that shows what a claim gave (also a `button` and the `state`).
 * @csspart details - What a claim gave.
 * @csspart instructions - What the member does with it.
 * @csspart code - The code of a custom reward.
 * @csspart link - Where the member gets it.
 * @csspart note - What became of a claim that did not work.
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

  /**
   * Whose progress to show: a Whop user id, or `me`; if not set, `me` where the page has a token, else nobody's. Only
   * `me` can claim.
   */
  declare user: string | undefined;

  readonly #controller = new RewardListController({
    host: this,
    community: this.communityFeed,
    userId: () => this.user || (getDefaults().getToken && 'me'),
  });
  #list: RewardProgress[] | undefined;
  /** As progress was first known: what is new is new against this. */
  #first: RewardProgress[] | undefined;
  #showsAll = false;
  readonly #kept = new Set<string>();

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

  /** @internal */
  showAll(all: boolean): void {
    this.#showsAll = all;
    this.requestUpdate();
  }

  protected override updated(): void {
    super.updated();
    const list = this.#list;
    this.#first = list?.[0] && list[0].stage !== 'open' ? (this.#first ?? list) : undefined;
    if (this.#first) this.lively?.rewardsChanged(this, { list: list!, first: this.#first });
  }

  protected renderBody() {
    this.#list = this.#controller.list;
    const list = this.#list?.length ? this.#list : placeholders;
    const few = fewOf(list, this.#kept);
    return html`<div class="title" part="title" id="title">
        <slot name="title">${this.words.rewards.title}</slot>
      </div>
      <ul role="list" aria-labelledby="title">
        ${this.#renderRewards(this.#showsAll ? list : few)}
      </ul>
      ${
        few === list
          ? nothing
          : html`<div class="more">
              ${this.lively?.renderShowAll(this, { count: list.length, showsAll: this.#showsAll })}
            </div>`
      }`;
  }

  /** @internal */
  renderSummary() {
    const list = this.#list ?? [];
    const { count, total } = this.words.rewards;
    const reached = list.filter(({ stage }) => stage === 'reached').length;
    if (!list[0]) return nothing;
    return list[0].stage === 'open' ? total(list.length) : count(reached, list.length);
  }

  #renderRewards(list: RewardProgress[]) {
    const { lively } = this;
    const render = (progress: RewardProgress) => this.#renderReward(progress);
    // Items that know which reward they are cost more than a first paint needs.
    return lively ? lively.repeat(list, ({ reward }) => reward.rewardId, render) : list.map(render);
  }

  #renderReward(progress: RewardProgress) {
    const { rewardId, levelRequirement, name, description } = progress.reward;
    const { lively } = this;
    return html`<li class="${progress.stage} ${this.moments.has(rewardId) ? 'fresh' : ''}" part="reward">
      <span class="image t" part="image" aria-hidden="true"
        >${lively?.renderRewardImage(progress.reward)}</span
      >
      <div>
        <bdi class="name strong cut" part="name" id="name-${rewardId}" title=${name}
          ><span class="t">${name}</span></bdi
        >
        ${
          description
            ? html`<bdi class="small quiet cut" part="description" title=${description}
                ><span class="t">${description}</span></bdi
              >`
            : nothing
        }
      </div>
      ${
        lively?.renderRewardState(this, progress) ??
        html`<span class="state small quiet" part="state"
          ><span class="t">${this.words.levelNumber(levelRequirement)}</span></span
        >`
      }
      ${
        progress.stage === 'next' && progress.toGo !== undefined
          ? html`<div class="way small quiet" title=${this.words.xpInFull(progress.toGo)}>
              ${lively?.renderBar(this, progress, this.#controller)}<span
                >${this.words.rewards.toGo(progress.toGo)}</span
              >
            </div>`
          : nothing
      }
      ${lively?.renderRewardDetails(this, progress)}
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'wee5-reward-list': RewardListElement;
  }
}

export type { RewardUnlockedEvent } from '../../events/reward-unlocked.ts';
export type { RewardClaimedEvent } from '../../events/reward-claimed.ts';
