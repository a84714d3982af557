import type { LeaderboardEntry, WindowKind } from '@wee5/client';
import { html, nothing, type PropertyDeclarations } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { FeedController } from '../../controllers/feed-controller.ts';
import { avatar } from '../../internal/avatar.ts';
import { Wee5Element } from '../../internal/base-element.ts';
import { nameOf } from '../../internal/names.ts';
import { styles } from './leaderboard.styles.ts';

const mostRows = 100;
const usualRows = 10;

/**
 * @summary The members of a community by XP; rows move as members overtake each other.
 * @tag wee5-leaderboard
 *
 * @event {RankChangedEvent} wee5-rank-changed - A member on the board has another rank than before.
 *
 * @slot title - Instead of the word “Leaderboard”.
 * @slot empty - Instead of the words for a board without members.
 * @slot error - Instead of the words that say what went wrong.
 *
 * @csspart card - The card itself.
 * @csspart body - The content without the footer.
 * @csspart title - The line above the rows.
 * @csspart row - A row.
 * @csspart own-row - The reader's own row (also a `row`).
 * @csspart rank - A member's rank.
 * @csspart avatar - A member's picture, or the letter in its place.
 * @csspart name - A member's name.
 * @csspart level - A member's level.
 * @csspart xp - A member's XP.
 * @csspart move - The arrow of a rank change.
 * @csspart footer - The last line.
 * @csspart status - Live, or how old the data is.
 * @csspart notice - What stands in the content's place.
 * @csspart button - “Try again”.
 *
 * @cssproperty --wee5-accent - Colours the own row and the focus ring; darkened or lightened as far as contrast needs.
 * @cssproperty --wee5-row-height - The height of a row; 44px if not set, 36px for a dense page.
 * @cssproperty --wee5-font - A font family; the page's font if not set.
 * @cssproperty --wee5-radius - The card's corner radius; 14px if not set.
 * @cssproperty --wee5-surface - The card's background.
 * @cssproperty --wee5-text - The colour of text.
 * @cssproperty --wee5-text-quiet - The colour of secondary text.
 * @cssproperty --wee5-line - The colour of hairlines.
 *
 * @example
 * <wee5-leaderboard community="biz_demo" limit="10"></wee5-leaderboard>
 */
export class LeaderboardElement extends Wee5Element {
  static override styles = [...Wee5Element.styles, styles];
  static override properties: PropertyDeclarations = { limit: { type: Number }, around: {}, window: {} };

  /** How many members to show, 1 to 100; 10 if not set. */
  declare limit: number | undefined;
  /** `me` or a user id: shows the part of the board around that member. */
  declare around: string | undefined;
  /** The stretch of time the board covers: `all`, `day`, `week` or `month`. */
  declare window: WindowKind | undefined;

  readonly #board = new FeedController(this, {
    view: () => ({
      kind: 'leaderboard',
      limit: this.#rows,
      ...(this.window && { window: this.window }),
      ...(this.around && { around: this.around }),
    }),
    data: (board, before) => before && this.enliven((lively) => lively.boardChanged(this, board, before)),
  });

  /** @internal */
  get feed() {
    return this.#board;
  }

  protected get label() {
    return this.words.board.title;
  }

  protected override get isEmpty() {
    return !this.feed.data?.entries.length;
  }

  /** @internal */
  override xpText(xp: number): string {
    return this.language.compact(xp);
  }

  protected renderBody() {
    const pinned = this.#pinned;
    const entries = this.feed.data?.entries;
    const rows = entries?.length ? entries : placeholders(Math.min(usualRows, this.#rows));
    return html`<table role="table">
      <caption class="title" part="title">
        <slot name="title">${this.words.board.title}</slot>
        <span class="small quiet"
          >${this.words.board.windows[this.feed.data?.window.kind ?? this.window ?? 'all']}</span
        >
      </caption>
      <thead role="rowgroup" class="small quiet">
        <tr role="row">
          <th role="columnheader" class="rank"><span class="unseen">${this.words.board.rank}</span></th>
          <th role="columnheader" class="member">${this.words.board.member}</th>
          <th role="columnheader" class="level">${this.words.level}</th>
          <th role="columnheader" class="xp">${this.words.board.xp}</th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${repeat(
          pinned ? [...rows, pinned] : rows,
          ({ userId }) => userId,
          (entry) => this.#renderRow(entry),
        )}
      </tbody>
    </table>`;
  }

  /** @internal */
  renderSummary() {
    const { data } = this.feed;
    return data ? this.words.board.total(data.total) : nothing;
  }

  get #rows() {
    const { limit } = this;
    return limit && limit >= 1 ? Math.min(mostRows, Math.floor(limit)) : usualRows;
  }

  /** The reader's own entry where it is not among those of the page. */
  get #pinned() {
    const { me, entries } = this.feed.data ?? {};
    return me && !entries?.some(({ userId }) => userId === me.userId) ? me : undefined;
  }

  #renderRow(entry: LeaderboardEntry) {
    const name = nameOf(entry, this.language);
    const isMe = entry.userId === this.feed.data?.me?.userId;
    const own = isMe || (!!this.around && [entry.userId, entry.publicId].includes(this.around));
    return html`<tr
      role="row"
      data-id=${entry.userId}
      class=${own ? 'own' : ''}
      part="row ${own ? 'own-row' : ''}"
    >
      <td role="cell" class="rank" part="rank">
        <span class="t place p${entry.rank}" title=${this.language.full(entry.rank)}
          >${this.language.compact(entry.rank)}</span
        >
      </td>
      <td role="cell" class="member">
        ${avatar(entry.avatarUrl, this.feed.data ? this.language.initial(name) : ' ')}
        <bdi class="name cut" part="name" title=${name}><span class="t">${name}</span></bdi>
        ${isMe ? html`<span class="you small quiet">${this.words.board.you}</span>` : nothing}
        ${this.lively?.arrow(this, entry.userId)}
      </td>
      <td role="cell" class="level" part="level">
        <span class="t"
          ><span class="unit">${this.words.level} </span>${this.language.full(entry.level)}</span
        >
      </td>
      <td role="cell" class="xp" part="xp">
        <span class="t" title=${this.language.full(entry.xp)} data-xp=${this.feed.data ? entry.xp : nothing}
          >${this.language.compact(entry.xp)}</span
        >
      </td>
    </tr>`;
  }
}

function placeholders(count: number): LeaderboardEntry[] {
  return Array.from({ length: count }, (_, index) => ({
    rank: index + 1,
    userId: `${index}`,
    username: null,
    // Names of different lengths, so that waiting looks like a board.
    displayName: 'A name'.padEnd(8 + ((index * 7) % 9), 'n'),
    avatarUrl: null,
    xp: 9_000,
    level: 10,
  }));
}

declare global {
  interface HTMLElementTagNameMap {
    'wee5-leaderboard': LeaderboardElement;
  }
}

export type { RankChangedEvent } from '../../events/rank-changed.ts';
