import { sharedClient, type Client } from '@wee5/client';
import { LitElement, type PropertyDeclarations } from 'lit';
import { configure, getDefaults, onDefaults } from '../config.ts';
import { FeedController, type Source } from '../controllers/feed-controller.ts';
import { englishOf, languageOf, type Language } from '../messages/language.ts';
import { applyCommunityTheme, communityScheme } from './community-theme.ts';
import { getLively, loadLively, type Lively } from './lively.ts';
import { wantedLanguage } from './page-language.ts';
import { fontClass, themeClass, watchPage, type Theme } from './theme.ts';
import { version } from './version.ts';

/** What every element has in common, card or not: where its data comes from, its language, its colours. */
export abstract class PlainElement extends LitElement {
  static override properties: PropertyDeclarations = {
    community: {},
    api: {},
    publicKey: { attribute: 'public-key' },
    theme: {},
    client: { attribute: false },
  };

  /** Of Wee5. @internal */
  static readonly version: string = version;

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
  /** Whether the language's words are there. */
  protected speaks = false;
  /** The classes that colour `.root`. */
  protected look = '';
  #leave: (() => void)[] = [];
  /** What is to run once the part that moves and speaks is there. */
  readonly #waiting: ((lively: Lively) => void)[] = [];
  /** For whoever calls back when something has been loaded. */
  protected readonly renderLater = PlainElement.#render.bind(undefined, new WeakRef<PlainElement>(this));

  /** @internal */
  readonly communityFeed = new FeedController(this, {
    view: () => ({ kind: 'community' }),
    data: ({ theme }, before) => theme['scheme'] !== before?.theme['scheme'] && this.#lookAgain(),
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.#leave = [onDefaults(this.#lookAgain), watchPage(allLookAgain)];
    this.#lookAgain();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const leave of this.#leave) leave();
  }

  /** On the way to another document an element loses its styles. */
  adoptedCallback(): void {
    this.enliven(({ dress }) => dress(this, (this.constructor as typeof LitElement).elementStyles));
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    if (name === 'lang' || name === 'dir') this.#lookAgain();
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    this.source = this.#findSource();
    if (changed.has('theme')) this.#lookAgain();
    const language = languageOf(wantedLanguage(this), this.renderLater);
    this.speaks = language !== undefined;
    if (language) this.language = language;
  }

  protected override updated(): void {
    const { theme } = this.communityFeed.data ?? {};
    if (theme) applyCommunityTheme(this.renderRoot.querySelector<HTMLElement>('.root')!, theme);
    const { lively } = this;
    if (lively && this.isConnected) for (const run of this.#waiting.splice(0)) run(lively);
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
    const { lively } = this;
    if (lively) return run(lively);
    this.#waiting.push(run);
    void loadLively().then(this.renderLater);
  }

  /** Static, and bound: a closure would hold the element beside what it is for. */
  static #render(this: void, kept: WeakRef<PlainElement>): void {
    kept.deref()?.requestUpdate();
  }

  readonly #lookAgain = () => {
    const scheme = communityScheme(this.communityFeed.data?.theme);
    const theme = this.theme ?? getDefaults().theme ?? scheme ?? 'auto';
    this.look = `${themeClass(theme, this)} ${fontClass(this)}`;
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

/** Whatever is new on the page; kept for as long as the page lives, so it must not know any of the widgets. */
const allLookAgain = () => configure({});
