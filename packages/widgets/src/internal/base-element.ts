import { sharedClient, type Client } from '@wee5/client';
import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { getDefaults, onDefaults } from '../config.ts';
import { FeedController, type Feed, type Source } from '../controllers/feed-controller.ts';
import { messages } from '../messages.ts';
import { base } from '../styles/base.ts';
import { Announcer } from './announcer.ts';
import { icon, type IconName } from './icons.ts';
import { problemKind } from './problem.ts';
import { fontClass, themeClass, watchPage, type Theme } from './theme.ts';

/** What stands in the place of content that is not there. */
export interface Notice {
  icon: IconName;
  text: readonly [what: string, whatToDo: string];
  retry?: boolean;
}

const ageStep = 15_000;

/** What all widgets have in common: where the data comes from, the card around it, its states. */
export abstract class Wee5Element extends LitElement {
  static override styles = base;
  static override properties: PropertyDeclarations = {
    community: {},
    api: {},
    publicKey: { attribute: 'public-key' },
    theme: {},
    client: { attribute: false },
  };

  /** The Whop company id of the community, `biz_…`. */
  declare community: string | undefined;
  /** Where the API answers; the page's own origin (with the script tag: the script's) if not given. */
  declare api: string | undefined;
  /** A publishable key, `pk_…`, for a community that is not public. */
  declare publicKey: string | undefined;
  /** `light`, `dark`, or `auto` to follow the page. */
  declare theme: Theme | undefined;
  /** A client made by the page, instead of `community`, `api` and `public-key`. */
  declare client: Client | undefined;

  /** @internal */
  source: Source = { problem: 'no-community' };
  protected readonly announcer = new Announcer(() => this.requestUpdate());
  #look = '';
  #leave: (() => void)[] = [];
  #tick: ReturnType<typeof setTimeout> | undefined;

  protected readonly communityFeed = new FeedController(this, { view: () => ({ kind: 'community' }) });
  /** The feed whose state is the widget's state. */
  protected abstract get feed(): Feed;
  /** Feeds that only add to it. */
  protected get otherFeeds(): Feed[] {
    return [this.communityFeed];
  }
  protected abstract get label(): string;
  /** The content, also while loading: its words are painted over then. */
  protected abstract renderBody(): TemplateResult;
  /** The start of the footer. */
  protected abstract renderSummary(): string | typeof nothing;
  /** Set when the data says that there is nothing to show. */
  protected abstract get empty(): Notice | undefined;
  override connectedCallback(): void {
    super.connectedCallback();
    this.#leave = [onDefaults(() => this.#lookAgain()), watchPage(() => this.#lookAgain())];
    this.#lookAgain();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const leave of this.#leave) leave();
    clearTimeout(this.#tick);
    this.announcer.clear();
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    this.source = this.#findSource();
    if (changed.has('theme')) this.#lookAgain();
  }

  protected override updated(): void {
    const accent = this.communityFeed.data?.theme['accent'];
    const color = typeof accent === 'string' && CSS.supports('color', accent) ? accent : null;
    this.renderRoot.querySelector<HTMLElement>('.root')?.style.setProperty('--_community-accent', color);
    clearTimeout(this.#tick);
    const delay = this.refreshIn();
    if (delay !== undefined && this.isConnected) this.#tick = setTimeout(() => this.requestUpdate(), delay);
  }

  /** After how many milliseconds the words are out of date by themselves; undefined for never. */
  protected refreshIn(): number | undefined {
    return this.feed.data && this.feed.live?.status !== 'live' ? ageStep : undefined;
  }

  protected override render(): TemplateResult {
    const notice = this.#notice();
    const loading = !notice && !this.feed.data;
    const state = notice ? 'blank' : loading ? 'loading' : '';
    return html`<div
      class="root ${state} ${this.#look}"
      part="card"
      role="group"
      tabindex="-1"
      aria-label=${this.label}
      aria-busy=${loading ? 'true' : 'false'}
    >
      <div class="stage">
        <div class="body" part="body" ?inert=${loading} aria-hidden=${loading || notice ? 'true' : nothing}>
          ${this.renderBody()}
        </div>
        ${notice ? this.#renderNotice(notice) : nothing}
      </div>
      <div class="footer small quiet" part="footer">
        ${loading ? html`<span class="unseen">${messages.loading}</span>` : this.#renderFooter()}
      </div>
      <div class="unseen" role="status">${this.announcer.text}</div>
    </div>`;
  }

  #notice(): Notice | undefined {
    if (this.feed.data) return this.empty;
    if ('problem' in this.source) return { icon: 'problem', text: messages.problems[this.source.problem] };
    const { error, live } = this.feed;
    if (error) {
      const kind = problemKind(error);
      return {
        icon: kind === 'unreachable' ? 'offline' : 'problem',
        text: messages.problems[kind],
        retry: true,
      };
    }
    if (live?.status !== 'offline') return undefined;
    return { icon: 'offline', text: messages.problems.unreachable, retry: true };
  }

  #renderNotice({ icon: name, text: [what, whatToDo], retry }: Notice) {
    return html`<div class="notice" part="notice">
      ${icon(name)}
      <slot name=${retry || name === 'problem' ? 'error' : 'empty'}>
        <span class="strong">${what}</span> <span class="quiet">${whatToDo}</span>
      </slot>
      ${retry ? this.#renderRetry() : nothing}
    </div>`;
  }

  #renderFooter() {
    const { data, error, live, asOf } = this.feed;
    if (!data) return nothing;
    if (live?.status === 'offline') {
      return html`<span class="status sentence" part="status"
        >${icon('offline')}${messages.offline(asOf)}</span
      >`;
    }
    if (error) return html`<span part="status">${messages.stale(asOf)}</span>${this.#renderRetry()}`;
    return html`<span>${this.renderSummary()}</span>${this.#renderStatus()}`;
  }

  #renderStatus() {
    const { live, asOf } = this.feed;
    const status = live?.status;
    if (status === 'live')
      return html`<span class="status" part="status"><i class="dot"></i>${messages.live}</span>`;
    const text =
      status === 'reconnecting'
        ? messages.reconnecting
        : status === 'polling'
          ? messages.updated(asOf)
          : nothing;
    return html`<span class="status" part="status">${text}</span>`;
  }

  #renderRetry() {
    return html`<button part="button" @click=${this.#retry}>${messages.retry}</button>`;
  }

  readonly #retry = () => {
    for (const feed of [this.feed, ...this.otherFeeds]) feed.retry();
    // The button is about to go; whoever pressed it by keyboard stays at the card.
    this.renderRoot.querySelector<HTMLElement>('.root')?.focus();
  };

  readonly #lookAgain = () => {
    this.#look = `${themeClass(this.theme ?? getDefaults().theme ?? 'auto', this)} ${fontClass(this)}`;
    this.requestUpdate();
  };

  #findSource(): Source {
    if (this.client) return { client: this.client };
    const defaults = getDefaults();
    const communityId = this.community ?? defaults.community;
    if (!communityId) return { problem: 'no-community' };
    const apiUrl = this.api ?? defaults.api ?? location.origin;
    if (!URL.canParse(apiUrl, location.href)) return { problem: 'bad-address' };
    const key = this.publicKey ?? defaults.publicKey;
    const { getToken } = defaults;
    const options = { apiUrl: new URL(apiUrl, location.href).href, communityId };
    return { client: sharedClient({ ...options, ...(key && { key }), ...(getToken && { getToken }) }) };
  }
}
