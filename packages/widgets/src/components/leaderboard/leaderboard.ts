import type { BoardKind, LeaderboardEntry, WindowKind } from '@wee5/client';
import { html, nothing, type PropertyDeclarations } from 'lit';
import { FeedController } from '../../controllers/feed-controller.ts';
import { livelyFailed } from '../../internal/lively.ts';
import { Wee5Element } from '../../internal/base-element.ts';
import type { BoardStage, BoardView, RowExtras } from '../../lively/board-stage.ts';
import { styles } from './leaderboard.styles.ts';
import { renderRow } from './row.ts';

const mostRows = 100;
const usualRows = 10;

/**
 * @summary The members of a community by XP; rows move as members overtake each other.
 * @tag wee5-leaderboard
 *
 * @event {RankChangedEvent} wee5-rank-changed - A member on the board has another rank than before.
 * @event {WindowChangedEvent} wee5-window-changed - The reader has chosen another stretch of time.
 *
 * @slot title - Instead of the word “Leaderboard”.
 * @slot empty - Instead of the words for a board without members.
 * @slot error - Instead of the words that say what went wrong.
 *
 * @csspart card - The card itself.
 * @csspart body - The content without the footer.
 * @csspart title - The title above the rows.
 * @csspart tab - A stretch of time to choose, where `windows` names some.
 * @csspart selected-tab - The chosen one (also a `tab`).
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
 * @csspart button - “Show more”, “Around you” and “Try again”.
 *
 * @cssproperty --wee5-accent - Colours the own row and the focus ring; darkened or lightened as far as contrast needs.
 * @cssproperty --wee5-row-height - The height of a row; 44px if not set, 36px for a dense page (and no less).
 * @cssproperty --wee5-font - A font family; the page's font if not set.
 * @cssproperty --wee5-radius - The card's corner radius; 14px if not set.
 * @cssproperty --wee5-surface - The card's background.
 * @cssproperty --wee5-text - The colour of text.
 * @cssproperty --wee5-text-quiet - The colour of secondary text.
 * @cssproperty --wee5-line - The colour of hairlines.
 *
 * @example
 * <wee5-leaderboard community="biz_demo" windows="week month all" layout="podium"></wee5-leaderboard>
 */
export class LeaderboardElement extends Wee5Element implements BoardStage {
  static override styles = [...Wee5Element.styles, styles];
  static override properties: PropertyDeclarations = {
    limit: { type: Number },
    around: {},
    board: {},
    window: { reflect: true },
    windows: {},
    at: {},
    layout: {},
  };

  /** How many members to show, 1 to 100; 10 if not set. */
  declare limit: number | undefined;
  /** `me` or a user id: shows the part of the board around that member. */
  declare around: string | undefined;
  /**
   * Who stands on it: `top`, everybody by XP (also if not set); `newcomers`, who joined less than 30 days ago;
   * or `climbers`, by what they gained on their own last week.
   */
  declare board: BoardKind | undefined;
  /**
   * The stretch of time the board covers: `all`, `day`, `week` or `month`. If not set, the first of `windows`, else
   * `all`. Follows the tab that the reader chooses. Climbers are of a week.
   */
  declare window: WindowKind | undefined;
  /** Which of them the reader can choose, as tabs in this order: `week month all`. None if not set. */
  declare windows: string | undefined;
  /** A past day, week or month, together with `window`: a day in it (`2026-11-15`), or an instant in ISO 8601. */
  declare at: string | undefined;
  /** `podium` sets the first three apart, from 360 px on; `plain` if not set. */
  declare layout: 'podium' | 'plain' | undefined;

  /** How many rows the reader has asked for beyond `limit`. @internal */
  asked = 0;

  readonly #feed = new FeedController<BoardView>(this, {
    view: () => this.view,
    data: (board, before) => before && this.enliven((lively) => lively.boardChanged(this, board, before)),
    keep: ({ limit: _now, ...view }, { limit: _then, ...former }) =>
      JSON.stringify(view) === JSON.stringify(former) ? 'part' : 'other',
  });

  /** @internal */
  get feed() {
    return this.#feed;
  }

  /** @internal */
  get view() {
    const { limit, board, around, at } = this;
    const rows = limit && limit >= 1 ? Math.floor(limit) : usualRows;
    const window = board === 'climbers' ? 'week' : (this.window ?? this.#named[0]);
    return {
      kind: 'leaderboard' as const,
      limit: Math.min(mostRows, rows + this.asked),
      board,
      window,
      // All time has no past.
      at: window && window !== 'all' ? at : undefined,
      around,
    };
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Its look comes with the part that moves: no need to wait for data.
    if (this.layout === 'podium') this.enliven(() => this.requestUpdate());
  }

  protected get label() {
    const { boards, title } = this.words.board;
    return boards[this.board as keyof typeof boards] ?? title;
  }

  protected override get isEmpty() {
    return !this.feed.data?.entries.length;
  }

  /** @internal */
  override xpText(xp: number): string {
    return (this.board === 'climbers' ? '+' : '') + this.language.compact(xp);
  }

  protected override renderHead() {
    // Tabs come with the part that moves; until then their place says what is chosen.
    return html`<div class="head ${this.#named[1] ? 'tabbed' : ''}">
      <div class="title" part="title" id="title"><slot name="title">${this.label}</slot></div>
      ${
        this.lively?.boardTabs(this) ??
        html`<span class="small quiet">${this.#windowText(this.view.window)}</span>`
      }
    </div>`;
  }

  protected renderBody() {
    const { data, isFormer } = this.feed;
    const { lively, words, view } = this;
    const entries = this.isEmpty
      ? placeholders(Math.min(usualRows, view.limit))
      : (lively?.entriesOf(this) ?? data!.entries);
    const isPodium = this.layout === 'podium' && !livelyFailed() && entries[0]!.rank === 1;
    const me = data?.me;
    const rows = !me || entries.some(({ userId }) => userId === me.userId) ? entries : [...entries, me];
    const row = (entry: LeaderboardEntry, index: number, extras?: RowExtras) =>
      renderRow(this, entry, isPodium && index < 3 ? `step s${entry.rank}` : '', extras);
    const table = html`<table
      role="table"
      class=${isPodium ? `podium n${entries.length}` : ''}
      aria-busy="${isFormer}"
    >
      <caption class="unseen">
        ${this.label} ${this.#windowText(data?.window.kind ?? view.window)}
      </caption>
      <thead role="rowgroup" class="small quiet">
        <tr role="row">
          <th role="columnheader" class="rank"><span class="unseen">${words.board.rank}</span></th>
          <th role="columnheader" class="member">${words.board.member}</th>
          <th role="columnheader" class="level">${words.level}</th>
          <th role="columnheader" class="xp">${words.board.xp}</th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${
          // Rows that know whose they are cost more than a first paint needs.
          lively ? lively.boardRows(this, rows, row) : rows.map((entry, index) => row(entry, index))
        }
      </tbody>
    </table>`;
    return lively?.boardPanel(this, table) ?? table;
  }

  /** @internal */
  renderSummary() {
    const { data } = this.feed;
    return data ? this.words.board.total(data.total) : nothing;
  }

  #windowText(window: WindowKind = 'all') {
    const { windows, tabs } = this.words.board;
    return (this.at ? tabs : windows)[window];
  }

  /** The windows that the page offers. */
  get #named() {
    return (this.windows?.match(/\w+/g) ?? []) as WindowKind[];
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
export type { WindowChangedEvent } from '../../events/window-changed.ts';
