import type { RankCard } from '@wee5/client';
import { html, nothing, type PropertyDeclarations } from 'lit';
import { FeedController } from '../../controllers/feed-controller.ts';
import { avatar } from '../../internal/avatar.ts';
import { Wee5Element } from '../../internal/base-element.ts';
import { nameOf } from '../../internal/names.ts';
import { styles } from './rank-card.styles.ts';

const activeStep = 30_000;

const placeholder: RankCard = {
  userId: '',
  username: null,
  displayName: 'A member’s name',
  avatarUrl: null,
  xp: 4675,
  level: 10,
  levelName: null,
  levelXp: 4675,
  nextLevelXp: 5775,
  progress: 0,
  rank: 10,
  total: 100,
  streakDays: 5,
  lastActiveAt: null,
  nextEligibleAt: { chat: null, reply: null, reaction: null },
  version: 0,
};

/**
 * @summary Where one member stands: level, XP, rank and streak, live.
 * @tag wee5-rank-card
 *
 * @event {LeveledUpEvent} wee5-leveled-up - The member reached a new level while the page was open.
 * @event {RankChangedEvent} wee5-rank-changed - The member's rank is another than before; also when others overtake.
 *
 * @slot empty - Instead of the words for a member without a card.
 * @slot error - Instead of the words that say what went wrong.
 *
 * @csspart card - The card itself.
 * @csspart body - The content without the footer.
 * @csspart ring - The ring around the picture.
 * @csspart avatar - The picture, or the letter in its place.
 * @csspart name - The member's name.
 * @csspart level - The level and its name.
 * @csspart xp - The line with the XP.
 * @csspart facts - Rank, streak and when the member can earn again.
 * @csspart move - The arrow of a rank change.
 * @csspart footer - The last line.
 * @csspart status - Live, or how old the data is.
 * @csspart notice - What stands in the content's place.
 * @csspart button - “Try again”.
 *
 * @cssproperty --wee5-accent - Colours the ring and the focus ring; darkened or lightened as far as contrast needs.
 * @cssproperty --wee5-font - A font family; the page's font if not set.
 * @cssproperty --wee5-radius - The card's corner radius; 14px if not set.
 * @cssproperty --wee5-surface - The card's background.
 * @cssproperty --wee5-text - The colour of text.
 * @cssproperty --wee5-text-quiet - The colour of secondary text.
 * @cssproperty --wee5-line - The colour of hairlines.
 *
 * @example
 * <wee5-rank-card community="biz_demo" user="user_ada"></wee5-rank-card>
 */
export class RankCardElement extends Wee5Element {
  static override styles = [...Wee5Element.styles, styles];
  static override properties: PropertyDeclarations = { user: {} };

  /** A Whop user id, or `me` for whoever holds the token. */
  declare user: string | undefined;

  readonly #card = new FeedController(this, {
    view: () => ({ kind: 'rankCard', userId: this.user || 'me' }),
    data: (card, before) =>
      before && this.enliven((lively) => lively.cardChanged(this, card, { before, isOwn: this.#isMe })),
  });

  /** @internal */
  get feed() {
    return this.#card;
  }

  protected get label() {
    const { data } = this.feed;
    return data ? this.words.card.label(nameOf(data, this.language)) : this.words.card.title;
  }

  protected override refreshIn() {
    return this.#wait() ? 1_000 : (super.refreshIn() ?? (this.#isMe ? undefined : activeStep));
  }

  protected renderBody() {
    const card = this.feed.data ?? placeholder;
    const name = nameOf(card, this.language);
    const reached = this.#reachedText();
    return html`${this.#renderRing(card, name)}
      <div class="who">
        <bdi class="name title cut" part="name" title=${name}><span class="t">${name}</span></bdi>
        <div class="level" part="level">
          <span class="t"
            ><span class="quiet">${this.words.level}</span>
            <span class="number">${this.language.full(card.level)}</span></span
          >
          ${card.levelName ? html`<bdi class="quiet cut">${card.levelName}</bdi>` : nothing}
        </div>
        <div class="xp" part="xp">
          <span
            class="t strong"
            title=${this.words.xpInFull(card.xp)}
            data-xp=${this.feed.data ? card.xp : nothing}
            >${this.words.xp(card.xp)}</span
          >
          ${
            reached
              ? html`<span class="t strong">${reached}</span>`
              : html`<span class="t quiet">${this.#nextText(card)}</span>`
          }
        </div>
      </div>
      ${this.#renderFacts(card)}`;
  }

  /** @internal */
  renderSummary() {
    if (!this.#isMe) return this.#activeText();
    const seconds = this.#wait();
    if (seconds === undefined) return nothing;
    return seconds ? this.words.card.wait(seconds) : this.words.card.now;
  }

  get #isMe() {
    return !this.user || this.user === 'me';
  }

  /** Seconds until the member earns for a chat message again; undefined where that is not known. */
  #wait() {
    const { data } = this.feed;
    if (!this.#isMe || !data) return undefined;
    const at = data.nextEligibleAt.chat;
    return at ? Math.max(0, Math.ceil((Date.parse(at) - Date.now()) / 1_000)) : 0;
  }

  #renderRing(card: RankCard, name: string) {
    const done = Math.round(Math.min(1, Math.max(0, card.progress)) * 1_000) / 10;
    return html`<div
      class="ring ${this.moments.has('level') ? 'pulse' : ''}"
      part="ring"
      role="progressbar"
      aria-label=${this.words.card.progress(card.level + 1)}
      aria-valuenow=${Math.round(done)}
      aria-valuetext=${this.#nextText(card)}
    >
      <svg viewBox="0 0 88 88" aria-hidden="true">
        <circle class="track" cx="44" cy="44" r="41.5" />
        <circle class="done" cx="44" cy="44" r="41.5" pathLength="100" stroke-dashoffset=${100 - done} />
      </svg>
      ${avatar(card.avatarUrl, this.feed.data ? this.language.initial(name) : ' ')}
    </div>`;
  }

  #renderFacts({ rank, total, streakDays }: RankCard) {
    return html`<dl class="facts" part="facts">
      <div>
        <dt class="small quiet">
          <span class="t">${this.words.card.rank}</span>${this.lively?.arrow(this, 'move')}
        </dt>
        <dd>
          <span class="t"
            >${
              rank
                ? html`<span class="strong">${this.language.full(rank)}</span>
                    <span class="quiet">${this.words.card.of(total)}</span>`
                : html`<span class="quiet">${this.words.card.none}</span>`
            }</span
          >
        </dd>
      </div>
      <div>
        <dt class="small quiet"><span class="t">${this.words.card.streak}</span></dt>
        <dd>
          <span class="t ${streakDays ? 'strong' : 'quiet'}"
            >${streakDays ? this.words.card.days(streakDays) : this.words.card.none}</span
          >
        </dd>
      </div>
    </dl>`;
  }

  #nextText({ xp, level, nextLevelXp }: RankCard) {
    return nextLevelXp === null
      ? this.words.card.top
      : this.words.card.toNext(Math.max(0, nextLevelXp - xp), level + 1);
  }

  #activeText() {
    const at = this.feed.data?.lastActiveAt;
    return at ? this.words.card.active(new Date(at)) : nothing;
  }

  #reachedText() {
    const level = this.moments.get('level');
    const { moves } = this.lively?.moreWords(this.language) ?? {};
    return level && moves && (this.#isMe ? moves.youReached : moves.reached)(level);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'wee5-rank-card': RankCardElement;
  }
}

export type { LeveledUpEvent } from '../../events/leveled-up.ts';
export type { RankChangedEvent } from '../../events/rank-changed.ts';
