import type { Reward } from '@wee5/client';
import { html, nothing, svg, type PropertyDeclarations } from 'lit';
import { FeedController } from '../../controllers/feed-controller.ts';
import { ToastShownEvent } from '../../events/toast-shown.ts';
import { giveUp, usableImage } from '../../internal/avatar.ts';
import { draw } from '../../lively/draw.ts';
import { icon } from '../../lively/icons.ts';
import type { Lively } from '../../internal/lively.ts';
import { ownDirection } from '../../internal/page-language.ts';
import { PlainElement } from '../../internal/plain-element.ts';
import { NewsQueue, type News } from './news.ts';
import { Stay } from './stay.ts';
import { styles } from './toast.styles.ts';

const usualDuration = 6_000;
const cross = svg`<path d="m4 4 8 8M12 4l-8 8"/>`;

/** Where a toast comes up: at the top or the bottom, in the middle unless a side is named. */
export type ToastPosition = 'top-start' | 'top' | 'top-end' | 'bottom-start' | 'bottom' | 'bottom-end';

/**
 * @summary Tells readers in a corner of the page when they reach a level or unlock a reward.
 * @tag wee5-toast
 *
 * For holders of a member token; nobody else ever sees it, and nothing of it is on the page while there is nothing to
 * tell. One toast at a time: levels reached meanwhile become one jump, rewards one list. It goes by itself, but not
 * while it is pointed at, has the focus, or the page is in the background; Escape closes it. Readers who turned
 * announcements off see none.
 *
 * @event {ToastShownEvent} wee5-toast-shown - A toast has come up, or the one on show tells more than before.
 *
 * @csspart toast - The toast.
 * @csspart image - The level, or the reward's picture.
 * @csspart text - What happened.
 * @csspart detail - More about it: the jump over several levels, the level's name, the rewards' names.
 * @csspart close - The button that closes it.
 *
 * @cssproperty --wee5-accent - Colours the ring and the focus ring; darkened or lightened as far as contrast needs.
 * @cssproperty --wee5-font - A font family; the page's font if not set.
 * @cssproperty --wee5-radius - The corner radius; 14px if not set.
 * @cssproperty --wee5-surface - The background.
 * @cssproperty --wee5-text - The colour of text.
 * @cssproperty --wee5-text-quiet - The colour of secondary text.
 * @cssproperty --wee5-line - The colour of hairlines.
 *
 * @example
 * <wee5-toast community="biz_demo" position="top-end"></wee5-toast>
 */
export class ToastElement extends PlainElement {
  static override styles = styles;
  static override properties: PropertyDeclarations = {
    duration: { type: Number },
    position: { reflect: true },
  };

  /** How long a toast stays, in milliseconds; 6000 if not set, and with 0 until it is closed. */
  declare duration: number | undefined;
  /** Where it comes up: `bottom-end` if not set. `start` and `end` follow the page's direction. */
  declare position: ToastPosition | undefined;

  /** @internal */
  announced = '';
  #shown: News | undefined;
  /** Where the focus was before it came in. */
  #before: EventTarget | null = null;
  readonly #news = new NewsQueue();
  readonly #stay = new Stay({
    duration: () => this.duration ?? usualDuration,
    close: () => this.#close(),
  });

  readonly #card = new FeedController(this, {
    view: () => ({ kind: 'rankCard', userId: 'me' }),
    data: (card, before) => before && this.#news.noteCard(card, before) && this.#tell(),
  });
  // A visitor has no card, and no rewards either.
  protected readonly rewardFeed = new FeedController(this, {
    view: () => (this.#card.data ? { kind: 'rewards' } : null),
    data: ({ rewards }, before) => before && this.#news.noteRewards(rewards, before.rewards) && this.#tell(),
  });

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#news.clear();
    this.#hide();
    this.#before = null;
    this.lively?.hush(this);
  }

  protected override updated(): void {
    super.updated();
    const root = this.renderRoot.querySelector<HTMLElement>('.root')!;
    // Above dialogs and whatever has a z-index, where the browser can.
    if (this.#shown && this.isConnected && !isOpen(root)) root.showPopover?.();
    if (!this.#shown && isOpen(root)) root.hidePopover();
  }

  protected override render() {
    const shown = this.lively && this.#shown;
    return html`<div
        class="root ${shown ? 'open' : ''} ${this.look}"
        part="toast"
        popover="manual"
        lang=${this.language.language}
        dir=${ownDirection(this, this.language) ?? nothing}
        role="group"
        aria-labelledby="text"
        @pointerenter=${() => this.#stay.hold('pointer')}
        @pointerleave=${() => this.#stay.release('pointer')}
        @focusin=${this.#enter}
        @focusout=${() => this.#stay.release('focus')}
      >
        ${shown ? this.#renderNews(shown, this.lively) : nothing}
      </div>
      <div class="unseen" role="status">${this.announced}</div>`;
  }

  #renderNews(news: News, lively: Lively) {
    const { toast } = lively.moreWords(this.language);
    const [text, detail] = this.#wordsOf(news, lively);
    return html`${news.kind === 'level' ? this.#renderLevel(news) : renderReward(news.rewards[0]!)}
      <div class="words">
        <bdi class="text" id="text" part="text" title=${text}>${text}</bdi>
        ${detail ? html`<bdi class="detail" part="detail" title=${detail}>${detail}</bdi>` : nothing}
      </div>
      <button part="close" aria-label=${toast.close} title=${toast.close} @click=${() => this.#close()}>
        ${draw(cross)}
      </button>`;
  }

  #renderLevel({ card }: Extract<News, { kind: 'level' }>) {
    const source = usableImage(card.badgeUrl);
    return html`<span class="image ${source ? '' : 'level'}" part="image" aria-hidden="true"
      >${source ? renderImage(source) : this.language.full(card.level)}</span
    >`;
  }

  #wordsOf(news: News, lively: Lively): [text: string, detail: string | null] {
    const { moves, toast } = lively.moreWords(this.language);
    if (news.kind === 'level') {
      const { card, previousLevel } = news;
      const isJump = card.level > previousLevel + 1;
      return [moves.youReached(card.level), isJump ? toast.jump(previousLevel, card.level) : card.levelName];
    }
    const [first, ...others] = news.rewards.map(({ name }) => name);
    if (!others.length) return [moves.unlocked(first!), news.rewards[0]!.description];
    const list = new Intl.ListFormat(this.language.language, { type: 'unit' });
    return [toast.unlocked(news.rewards.length), list.format([first!, ...others])];
  }

  /** Brings up what can be told now, in the toast on show or in one of its own. */
  #tell(): void {
    if (this.#card.data?.settings?.announcements === false) return this.#news.clear();
    this.enliven((lively) => {
      const news = this.#news.take(this.#shown);
      if (!news) return;
      this.#shown = news;
      this.#stay.begin();
      const [text] = this.#wordsOf(news, lively);
      lively.say(this, text, true);
      this.requestUpdate();
      this.dispatchEvent(new ToastShownEvent({ text, ...detailOf(news) }));
    });
  }

  #close(): void {
    const hadFocus = this.shadowRoot?.activeElement;
    this.#hide();
    if (hadFocus && this.#before instanceof HTMLElement) this.#before.focus();
    this.#before = null;
    this.requestUpdate();
    void this.updateComplete.then(() => this.isConnected && this.#tell());
  }

  #hide(): void {
    this.#shown = undefined;
    this.announced = '';
    this.#stay.end();
  }

  readonly #enter = ({ relatedTarget }: FocusEvent) => {
    this.#before ??= relatedTarget;
    this.#stay.hold('focus');
  };
}

function isOpen(root: HTMLElement): boolean {
  return 'popover' in root && root.matches(':popover-open');
}

function detailOf(news: News) {
  return news.kind === 'level'
    ? { level: news.card.level, previousLevel: news.previousLevel, rewards: [] }
    : { level: null, previousLevel: null, rewards: news.rewards };
}

function renderReward({ imageUrl, type }: Reward) {
  const source = usableImage(imageUrl);
  return html`<span class="image" part="image" aria-hidden="true"
    >${source ? renderImage(source) : icon(type)}</span
  >`;
}

function renderImage(source: string) {
  return html`<img src=${source} alt="" decoding="async" referrerpolicy="no-referrer" @error=${giveUp} />`;
}

declare global {
  interface HTMLElementTagNameMap {
    'wee5-toast': ToastElement;
  }
}

export type { ToastShownEvent } from '../../events/toast-shown.ts';
