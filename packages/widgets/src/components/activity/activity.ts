import type { ActivityEntry } from '@wee5/client';
import { html, nothing, type PropertyDeclarations } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { ActivityController } from '../../controllers/activity-controller.ts';
import { Wee5Element } from '../../internal/base-element.ts';
import { dateText } from '../../messages/dates.ts';
import { moreWords } from '../../messages/more-words.ts';
import { styles } from './activity.styles.ts';
import { dayName, daysOf, timeText, type Day } from './days.ts';
import { explain } from './explain.ts';
import { sourceIcon } from './icons.ts';
import { numbersOf } from './numbers.ts';

const mostEntries = 100;
const usualEntries = 10;
const minute = 60_000;

const placeholders = [1, 2, 3, 4].map((n): ActivityEntry => ({
  activityId: `${n}`,
  type: 'chat',
  xp: 15,
  at: new Date(0).toISOString(),
  recordedAt: new Date(0).toISOString(),
  refusal: null,
  summary: '',
  receipt: {
    rule: 'chat',
    configVersion: 1,
    base: 10,
    multipliers: [{ name: 'weekend', factor: 1.5 }],
    multiplier: 1.5,
  },
}));

/**
 * @summary What the reader's XP are made of: every activity with the arithmetic behind it, and why some earned nothing.
 * @tag wee5-activity
 *
 * It is the reader's own log and needs a member token. New entries appear as they happen.
 *
 * @slot title - Instead of the word “Activity”.
 * @slot empty - Instead of the words for a member who has done nothing yet.
 * @slot error - Instead of the words that say what went wrong.
 *
 * @csspart card - The card itself.
 * @csspart body - The content without the footer.
 * @csspart title - The line above the days.
 * @csspart day - The line above the entries of a day.
 * @csspart entry - An entry.
 * @csspart source - The picture of what the XP come from.
 * @csspart name - What the entry is about.
 * @csspart why - The arithmetic, or why it earned nothing.
 * @csspart time - When it happened.
 * @csspart xp - What it was worth.
 * @csspart footer - The last line.
 * @csspart status - Live, or how old the data is.
 * @csspart notice - What stands in the content's place.
 * @csspart note - Why more could not be loaded.
 * @csspart button - “Show more” and “Try again”.
 *
 * @cssproperty --wee5-accent - Colours the focus ring; darkened or lightened as far as contrast needs.
 * @cssproperty --wee5-font - A font family; the page's font if not set.
 * @cssproperty --wee5-radius - The card's corner radius; 14px if not set.
 * @cssproperty --wee5-surface - The card's background.
 * @cssproperty --wee5-text - The colour of text.
 * @cssproperty --wee5-text-quiet - The colour of secondary text.
 * @cssproperty --wee5-line - The colour of hairlines.
 *
 * @example
 * <wee5-activity community="biz_demo" limit="20"></wee5-activity>
 */
export class ActivityElement extends Wee5Element {
  static override styles = [...Wee5Element.styles, styles];
  static override properties: PropertyDeclarations = { limit: { type: Number } };

  /** How many entries to load at a time, 1 to 100; 10 if not set. */
  declare limit: number | undefined;

  readonly #log = new ActivityController(this, () => this.#pageSize);

  /** @internal */
  get feed() {
    return this.#log;
  }

  protected get label() {
    return this.#words.title;
  }

  protected override get isEmpty() {
    return !this.feed.data?.entries.length;
  }

  /** Times of today grow older by themselves. */
  protected override refreshIn(): number | undefined {
    const [newest] = this.feed.data?.entries ?? [];
    if (!newest) return super.refreshIn();
    return Date.now() - Date.parse(newest.at) < minute ? minute / 4 : minute;
  }

  protected renderBody() {
    const { data } = this.feed;
    const entries = data?.entries.length ? data.entries : placeholders;
    const days = daysOf(entries);
    return html`<div class="title" part="title">
        <slot name="title">${this.#words.title}</slot>
      </div>
      ${repeat(
        days,
        ({ startsAt }) => startsAt,
        (day, index) =>
          this.#renderDay(day, { isWhole: index < days.length - 1 || data?.nextCursor === null }),
      )}
      ${data?.nextCursor ? this.#renderMore() : nothing}`;
  }

  /** @internal */
  renderSummary() {
    const { data } = this.#log.card;
    return data ? this.#words.total(data.xp) : nothing;
  }

  get #words() {
    return moreWords(this.language).activity;
  }

  get #pageSize() {
    const { limit } = this;
    return limit && limit >= 1 ? Math.min(mostEntries, Math.floor(limit)) : usualEntries;
  }

  /** The sum of a day is told once all of it is here. */
  #renderDay({ startsAt, entries }: Day, { isWhole }: { isWhole: boolean }) {
    const total = entries.reduce((sum, { xp }) => sum + xp, 0);
    const id = `day-${startsAt}`;
    return html`<div class="day small quiet" part="day">
        <span class="t" id=${id}>${dayName(startsAt, this.language)}</span>
        ${isWhole && entries.length > 1 ? html`<span class="sum t">${this.#xp(total)} ${this.words.board.xp}</span>` : nothing}
      </div>
      <ul role="list" aria-labelledby=${id}>
        ${repeat(
          entries,
          ({ activityId }) => activityId,
          (entry) => this.#renderEntry(entry),
        )}
      </ul>`;
  }

  #renderEntry(entry: ActivityEntry) {
    const { activityId, type, xp } = entry;
    const { title, why } = explain(entry, this.language);
    const at = new Date(entry.at);
    const worth = xp > 0 ? 'earned' : xp < 0 ? 'lost' : 'nothing';
    const whole = dateText(this.language, at, { dateStyle: 'full', timeStyle: 'short' });
    return html`<li
      class=${worth}
      part="entry"
      data-id=${this.feed.data ? activityId : nothing}
      id="entry-${activityId}"
      tabindex="-1"
    >
      <span class="source t" part="source" aria-hidden="true">${sourceIcon(type)}</span>
      <div class="what">
        <div class="text">
          <bdi class="name strong t" part="name">${title}</bdi>
          ${why ? html`<div class="why small quiet" part="why"><bdi class="t">${why}</bdi></div>` : nothing}
        </div>
        <div class="when small quiet">
          <time class="t" part="time" datetime=${entry.at} title=${whole}
            >${timeText(at, this.language)}</time
          >
        </div>
      </div>
      <span class="xp strong" part="xp"
        ><span class="t" title=${this.words.xpInFull(xp)}>${this.#xp(xp)}</span
        ><span class="unseen"> ${this.words.board.xp}</span></span
      >
    </li>`;
  }

  #renderMore() {
    const { activity, sentence } = moreWords(this.language);
    const { showMore, showingMore, notShown } = activity;
    const { older, moreError } = this.#log;
    return html`<div class="more">
      ${
        moreError
          ? html`<div class="small" part="note" id="more-note">
              <span class="t"
                ><span class="strong">${sentence(notShown[0])}</span>
                <span class="quiet">${notShown[1]}</span></span
              >
            </div>`
          : nothing
      }
      <button
        part="button"
        aria-disabled=${older ? 'true' : nothing}
        aria-describedby=${moreError ? 'more-note' : nothing}
        @click=${() => void this.#showMore()}
      >
        ${older ? showingMore : showMore}
      </button>
    </div>`;
  }

  async #showMore(): Promise<void> {
    const hadFocus = this.shadowRoot?.activeElement?.matches('.more button');
    const added = await this.#log.loadMore();
    const { moreError, data } = this.#log;
    const { activity, sentence } = moreWords(this.language);
    const { notShown, shown } = activity;
    if (moreError) this.lively?.say(this, `${sentence(notShown[0])} ${notShown[1]}`, true);
    if (!added.length) return;
    this.lively?.say(this, shown(added.length), true);
    await this.updateComplete;
    // The button is gone with the last page; whoever pressed it by keyboard goes on with what it brought.
    if (hadFocus && !data?.nextCursor) {
      this.shadowRoot?.getElementById(`entry-${added[0]!.activityId}`)?.focus();
    }
  }

  #xp(xp: number): string {
    return numbersOf(this.language).signed(xp);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'wee5-activity': ActivityElement;
  }
}
