import type { RankCard } from '@wee5/client';
import { html, nothing, type PropertyDeclarations } from 'lit';
import { FeedController } from '../../controllers/feed-controller.ts';
import { avatar } from '../../internal/avatar.ts';
import { Wee5Element } from '../../internal/base-element.ts';
import { nameOf } from '../../internal/names.ts';
import { styles } from './rank-card.styles.ts';

/** What holds the place of the first data. */
const placeholder = {
  displayName: 'A member’s name',
  xp: 4675,
  level: 10,
  nextLevelXp: 5775,
  progress: 0,
  rank: 10,
  total: 100,
  streakDays: 5,
} as RankCard;

const ring = (rest: number) =>
  html`<svg viewBox="0 0 88 88" aria-hidden="true">
    <circle class="track" cx="44" cy="44" r="41.5" />
    <circle class="done" cx="44" cy="44" r="41.5" pathLength="100" stroke-dashoffset=${rest} />
  </svg>`;
const bar = (rest: number) =>
  html`<svg aria-hidden="true">
    <line class="track" x1="0" x2="100%" y1="3" y2="3" />
    <line class="done" x1="0" x2="100%" y1="3" y2="3" pathLength="100" stroke-dashoffset=${rest} />
  </svg>`;

/**
 * @summary Where one member stands: level, XP, rank and streak, live.
 * @tag wee5-rank-card
 *
 * Shows the member's picture in a ring that fills on the way to the next level, their XP and what is missing, their
 * rank and their streak. A reader's own card also says when they can earn again, until when they have to earn to keep
 * their streak, and which badges they have.
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
 * @csspart bar - The bar that stands for the ring with `layout="bar"`.
 * @csspart avatar - The picture, or the letter in its place.
 * @csspart level-image - The level's own picture, at the member's.
 * @csspart gain - XP that have just come.
 * @csspart name - The member's name.
 * @csspart level - The level and its name.
 * @csspart xp - The line with the XP.
 * @csspart facts - Rank, streak and badges.
 * @csspart badge - One of the reader's badges.
 * @csspart move - The arrow of a rank change.
 * @csspart footer - The last line: when the reader can earn again, or when another member was last active.
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
 *
 * @example
 * <wee5-rank-card community="biz_demo" layout="bar"></wee5-rank-card>
 */
export class RankCardElement extends Wee5Element {
  static override styles = [...Wee5Element.styles, styles];
  static override properties: PropertyDeclarations = { user: {}, layout: { reflect: true } };

  /** A Whop user id, or `me` for whoever holds the token. */
  declare user: string | undefined;
  /** How the way to the next level is drawn: as a `ring` around the picture, or as a `bar`. */
  declare layout: 'ring' | 'bar' | undefined;

  readonly #card = new FeedController(this, {
    view: () => ({ kind: 'rankCard', userId: this.user || 'me' }),
    data: (card, before) =>
      before && this.enliven((lively) => lively.cardChanged(this, card, { before, isOwn: this.#isMe })),
  });
  // Badges come after the first data; those of other members are not known.
  readonly #rewards = new FeedController(this, {
    view: () => (this.lively && this.#isMe && this.feed.data ? { kind: 'rewards' } : null),
  });

  /** @internal */
  get feed() {
    return this.#card;
  }

  protected override get otherFeeds() {
    return [this.#rewards, ...super.otherFeeds];
  }

  protected get label() {
    const { data } = this.feed;
    return data ? this.words.card.label(nameOf(data, this.language)) : this.words.card.title;
  }

  protected override refreshIn() {
    return this.#extras()?.refreshIn;
  }

  protected renderBody() {
    const card = this.feed.data ?? placeholder;
    const { words, language } = this;
    const name = nameOf(card, language);
    const extras = this.#extras();
    const reached = this.#reachedText();
    return html`<div class="picture">
        ${avatar(card.avatarUrl, this.feed.data ? language.initial(name) : ' ')}${extras?.picture}
      </div>
      ${this.#renderWay(card)}
      <div class="who">
        <bdi class="name title cut" part="name" title=${name}><span class="t">${name}</span></bdi>
        <div class="level" part="level">
          <span class="t"
            ><span class="quiet">${words.level}</span>
            <span class="number">${language.full(card.level)}</span></span
          >
          ${card.levelName ? html`<bdi class="quiet cut" title=${card.levelName}>${card.levelName}</bdi>` : nothing}
        </div>
      </div>
      <div class="xp" part="xp">
        <span class="t strong" title=${words.xpInFull(card.xp)} data-xp=${this.feed.data ? card.xp : nothing}
          >${this.xpText(card.xp)}</span
        >
        <span class="t cut ${reached ? 'strong' : 'quiet'}">${reached ?? this.#nextText(card)}</span>
      </div>
      <dl class="facts" part="facts">
        ${this.#renderFact(words.card.rank, card.rank && language.full(card.rank), {
          beside: this.lively?.arrow(this, 'move'),
          below: card.rank ? words.card.of(card.total) : '',
        })}
        ${this.#renderFact(words.card.streak, card.streakDays && words.card.days(card.streakDays), {
          below: extras?.streak?.short,
          title: extras?.streak?.long,
        })}
        ${extras?.badges}
      </dl>`;
  }

  /** @internal */
  renderSummary() {
    return this.#extras()?.summary ?? nothing;
  }

  /** @internal */
  override xpText(xp: number) {
    const { nextLevelXp } = this.feed.data ?? placeholder;
    return nextLevelXp ? this.words.card.xpOf(xp, nextLevelXp) : this.words.xp(xp);
  }

  get #isMe() {
    return !this.user || this.user === 'me';
  }

  #extras() {
    const { data: card } = this.feed;
    const rewards = this.#rewards.data?.rewards;
    return card && this.lively?.cardExtras(this, { card, isOwn: this.#isMe, rewards });
  }

  #renderWay(card: RankCard) {
    const done = Math.round(Math.min(1, Math.max(0, card.progress)) * 1_000) / 10;
    const isBar = this.layout === 'bar';
    return html`<div
      class="${isBar ? 'bar' : 'ring'} ${this.moments.has('level') ? 'pulse' : ''}"
      part=${isBar ? 'bar' : 'ring'}
      role="progressbar"
      aria-label=${this.words.levelNumber(card.level)}
      aria-valuenow=${Math.round(done)}
      aria-valuetext=${this.#nextText(card)}
    >
      ${(isBar ? bar : ring)(100 - done)}
    </div>`;
  }

  #renderFact(
    name: string,
    value: string | number | null,
    { beside, below, title }: { beside?: unknown; below?: string | undefined; title?: string | undefined },
  ) {
    return html`<div>
      <dt class="small quiet"><span class="t">${name}</span>${beside}</dt>
      <dd>
        <span class="t ${value ? 'strong' : 'quiet'}">${value || this.words.card.none}</span>
        <span class="below small quiet" title=${title ?? nothing}><span class="t">${below}</span></span>
      </dd>
    </div>`;
  }

  #nextText({ xp, level, nextLevelXp }: RankCard) {
    return nextLevelXp === null
      ? this.words.card.top
      : this.words.card.toNext(Math.max(0, nextLevelXp - xp), level + 1);
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
