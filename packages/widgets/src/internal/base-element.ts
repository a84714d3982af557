import { sharedClient, type Client } from '@wee5/client';
import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { getDefaults, onDefaults } from '../config.ts';
import { FeedController, type Feed, type Source } from '../controllers/feed-controller.ts';
import type { Places } from '../lively/flip.ts';
import type { Stage, Trouble } from '../lively/stage.ts';
import { englishOf, languageOf, type Language } from '../messages/language.ts';
import { base } from '../styles/base.ts';
import { applyCommunityTheme, communityScheme } from './community-theme.ts';
import { getLively, livelyFailed, loadLively, type Lively } from './lively.ts';
import { ownDirection, wantedLanguage } from './page-language.ts';
import { fontClass, themeClass, watchPage, type Theme } from './theme.ts';

const ageStep = 15_000;

/** What all widgets have in common: where the data comes from, the card around it, its states. */
export abstract class Wee5Element extends LitElement implements Stage {
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

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'lang', 'dir'];
  }

  /** @internal */
  source: Source = { problem: 'no-community' };
  /** @internal */
  language: Language = englishOf('en');
  /** @internal */
  readonly moments = new Map<string, number>();
  /** @internal */
  announced = '';
  #speaks = false;
  #asked = false;
  #places: Places | undefined;
  #look = '';
  #leave: (() => void)[] = [];
  #tick: ReturnType<typeof setTimeout> | undefined;

  /** @internal */
  readonly communityFeed = new FeedController(this, {
    view: () => ({ kind: 'community' }),
    data: ({ theme }, before) => theme['scheme'] !== before?.theme['scheme'] && this.#lookAgain(),
  });
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
    this.#leave = [onDefaults(() => this.#lookAgain()), watchPage(() => this.#lookAgain())];
    this.#lookAgain();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const leave of this.#leave) leave();
    clearTimeout(this.#tick);
    getLively()?.leave(this);
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    if (name === 'lang' || name === 'dir') this.#lookAgain();
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    this.source = this.#findSource();
    if (changed.has('theme')) this.#lookAgain();
    const language = languageOf(wantedLanguage(this), () => this.requestUpdate());
    this.#speaks = language !== undefined;
    if (language) this.language = language;
    this.#places = getLively()?.look(this);
  }

  protected override updated(): void {
    const { style } = this.renderRoot.querySelector<HTMLElement>('.root')!;
    const { theme } = this.communityFeed.data ?? {};
    if (theme) applyCommunityTheme(style, theme);
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

  /** What this widget says, in its language. */
  protected get words() {
    return this.language.messages;
  }

  /** Undefined until the first data is on show: nothing moves before that. */
  protected get lively(): Lively | undefined {
    return getLively();
  }

  /** Runs with the part that moves and speaks: at once where it is there, else when it has come. */
  protected enliven(run: (lively: Lively) => void): void {
    const lively = getLively();
    if (lively) run(lively);
    else void loadLively().then(() => this.lively && this.isConnected && run(this.lively));
  }

  #askForLively(): void {
    if (this.lively || this.#asked) return;
    this.#asked = true;
    afterPaint(() => void loadLively().then(() => this.requestUpdate()));
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
    const canSpeak = this.#speaks && (!trouble || this.lively || livelyFailed());
    const loading = !canSpeak || !(trouble || this.feed.data);
    const notice = !loading && trouble;
    const state = notice ? 'blank' : loading ? 'loading' : '';
    return html`<div
      class="root ${state} ${this.language.direction}-words ${this.#look}"
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

  readonly #lookAgain = () => {
    const scheme = communityScheme(this.communityFeed.data?.theme);
    const theme = this.theme ?? getDefaults().theme ?? scheme ?? 'auto';
    this.#look = `${themeClass(theme, this)} ${fontClass(this)}`;
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

/** Lets the browser show what there is before anything else is asked of it. */
function afterPaint(run: () => void): void {
  requestAnimationFrame(() => setTimeout(run));
}
