import { html, nothing, type TemplateResult } from 'lit';
import type { Feed } from '../controllers/feed-controller.ts';
import type { Places } from '../lively/flip.ts';
import type { Stage, Trouble } from '../lively/stage.ts';
import { base } from '../styles/base.ts';
import { begins, getLively, livelyFailed, loadLively, shows } from './lively.ts';
import { ownDirection } from './page-language.ts';
import { PlainElement } from './plain-element.ts';

const ageStep = 15_000;

/** What all cards have in common: the frame around the content, its states, and what moves or speaks. */
export abstract class Wee5Element extends PlainElement implements Stage {
  static override styles = base;

  /** @internal */
  readonly moments = new Map<string, number>();
  /** @internal */
  announced = '';
  #asked = false;
  #places: Places | undefined;
  #tick: ReturnType<typeof setTimeout> | undefined;

  /** The feed whose state is the widget's state. @internal */
  abstract get feed(): Feed;
  /** Feeds that only add to it. */
  protected get otherFeeds(): Feed[] {
    return [this.communityFeed];
  }
  protected abstract get label(): string;
  /** What stands above the content and stays usable whatever becomes of it. */
  protected renderHead(): TemplateResult | typeof nothing {
    return nothing;
  }
  /** The content, also while loading: its words are painted over then. */
  protected abstract renderBody(): TemplateResult;
  /** The start of the footer. @internal */
  abstract renderSummary(): string | typeof nothing;
  /** Whether the data says that there is nothing to show. */
  protected get isEmpty(): boolean {
    return false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (!this.feed.data) begins(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    void shows(this);
    clearTimeout(this.#tick);
    getLively()?.leave(this);
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    super.willUpdate(changed);
    this.#places = getLively()?.look(this);
  }

  protected override updated(): void {
    super.updated();
    getLively()?.move(this, this.#places);
    if (this.feed.data ?? this.#trouble()) this.#askForLively();
    clearTimeout(this.#tick);
    const delay = this.refreshIn();
    if (delay !== undefined && this.isConnected) this.#tick = setTimeout(() => this.requestUpdate(), delay);
  }

  /** @internal */
  xpText(xp: number): string {
    return this.words.xp(xp);
  }

  #askForLively(): void {
    if (this.lively || this.#asked) return;
    this.#asked = true;
    void shows(this).then(afterPaint).then(loadLively).then(this.renderLater);
  }

  /** Asks again for everything, keeping what is known on show. @internal */
  retry(): void {
    this.#asked = false;
    for (const feed of [this.feed, ...this.otherFeeds]) feed.retry();
  }

  /** After how many milliseconds the words are out of date by themselves; undefined for never. */
  protected refreshIn(): number | undefined {
    return this.feed.data && this.feed.live?.status !== 'live' ? ageStep : undefined;
  }

  protected override render(): TemplateResult {
    const trouble = this.#trouble();
    const canSpeak = this.speaks && (!trouble || this.lively || livelyFailed());
    const loading = !canSpeak || !(trouble || this.feed.data);
    const notice = !loading && trouble;
    const state = notice ? 'blank' : loading ? 'loading' : '';
    const root = html`<div
      class="root ${state} ${this.language.direction}-words ${this.look}"
      part="card"
      lang=${this.language.language}
      dir=${ownDirection(this, this.language) ?? nothing}
      role="group"
      tabindex="-1"
      aria-label=${this.label}
      aria-busy=${loading ? 'true' : 'false'}
    >
      ${this.renderHead()}
      <div class="stage">
        <div class="body" part="body" ?inert=${loading} aria-hidden=${loading || notice ? 'true' : nothing}>
          ${this.renderBody()}
        </div>
        ${notice ? (this.lively?.renderNotice(this, notice) ?? this.#renderPlainNotice()) : nothing}
      </div>
      <div class="footer small quiet" part="footer">
        ${
          loading
            ? html`<span class="unseen">${this.words.loading}</span>`
            : this.feed.data &&
              (this.lively?.renderFooter(this) ?? html`<span>${this.renderSummary()}</span>`)
        }
      </div>
      <div class="unseen" role="status">${this.announced}</div>
    </div>`;
    // Two templates, so that content never moves from where its skeleton stood: it comes in its place.
    return loading ? html`${root}` : html`${root}${nothing}`;
  }

  /** What stands in the content's place, by name; undefined where the content itself is on show. */
  #trouble(): Trouble | undefined {
    if (this.feed.data) return this.isEmpty ? 'empty' : undefined;
    if ('problem' in this.source) return this.source.problem;
    const { error, live } = this.feed;
    return error ?? (live?.status === 'offline' ? 'unreachable' : undefined);
  }

  /** Also where the part that has the words for it cannot be loaded, there is something to read. */
  #renderPlainNotice() {
    return html`<div class="notice" part="notice"><slot name="error">${this.words.failed}</slot></div>`;
  }
}

/** Lets the browser show what there is before anything else is asked of it. */
function afterPaint(): Promise<unknown> {
  return new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));
}
