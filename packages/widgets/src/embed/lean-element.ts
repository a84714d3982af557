import { render } from 'lit/html.js';

/** What an element says of a property. */
interface Declared {
  /** The attribute that sets it: the name in lower case if not given, none for `false`. */
  attribute?: string | false;
  /** How an attribute's text is read. */
  type?: typeof Number;
  /** Whether the attribute follows the property. */
  reflect?: boolean;
}

interface Controller {
  hostConnected?(): void;
  hostDisconnected?(): void;
  hostUpdate?(): void;
}

/** What the statics of an element are to its instances. */
type Own = Pick<typeof LeanElement, 'elementProperties' | 'elementStyles'> & { names: Map<string, string> };

/** Styles of a template, made into a sheet where they are worn first. */
export class CSSResult {
  declare readonly cssText: string;
  #sheet: CSSStyleSheet | undefined;

  constructor(cssText: string) {
    this.cssText = cssText;
  }

  get styleSheet(): CSSStyleSheet {
    if (!this.#sheet) (this.#sheet = new CSSStyleSheet()).replaceSync(this.cssText);
    return this.#sheet;
  }
}

export const css = ([text]: readonly string[]): CSSResult => new CSSResult(text!);

/**
 * What the script tag has in the place of Lit's element: the same as far as these widgets use it, in a third of the bytes.
 * Properties have no converters and no accessors of their own; controllers come before the element is on the page.
 */
export abstract class LeanElement extends HTMLElement {
  declare static properties: Record<string, Declared> | undefined;
  declare static styles: CSSResult | CSSResult[];
  declare static elementProperties: Record<string, Declared>;
  declare static elementStyles: CSSResult[];
  declare renderRoot: ShadowRoot;
  /** Over with the update that is under way; whether no other one is waited for then. */
  declare updateComplete: Promise<boolean>;
  readonly #controllers: Controller[] = [];
  /** What was set before there was an element to hear of it. */
  readonly #given: Record<string, unknown> = {};
  #changed = new Map<string | undefined, unknown>();
  #isPending = false;
  #connected!: () => void;

  /** Read once, when an element is defined. */
  static get observedAttributes(): string[] {
    const names = new Map<string, string>();
    const declared = declaredOf(this);
    for (const [name, { attribute = name.toLowerCase() }] of Object.entries(declared)) {
      const key = Symbol();
      Object.defineProperty(this.prototype, name, {
        configurable: true,
        enumerable: true,
        get(this: Record<symbol, unknown>) {
          return this[key];
        },
        set(this: LeanElement & Record<symbol, unknown>, value: unknown) {
          const before = this[key];
          this[key] = value;
          if (!Object.is(value, before)) this.requestUpdate(name, before);
        },
      });
      if (attribute) names.set(attribute, name);
    }
    const elementStyles = [this.styles].flat();
    Object.assign(this, { names, elementStyles, elementProperties: declared } satisfies Own);
    return [...names.keys()];
  }

  constructor() {
    super();
    this.updateComplete = new Promise((resolve) => {
      this.#connected = () => resolve(true);
    });
    for (const name of Object.keys(this.#own.elementProperties)) {
      if (!Object.hasOwn(this, name)) continue;
      this.#given[name] = this[name as keyof this];
      delete this[name as keyof this];
    }
    this.requestUpdate();
  }

  get #own(): Own {
    return this.constructor as unknown as Own;
  }

  addController(controller: Controller): void {
    this.#controllers.push(controller);
  }

  connectedCallback(): void {
    if (!this.renderRoot) {
      this.renderRoot = this.attachShadow({ mode: 'open' });
      this.renderRoot.adoptedStyleSheets = this.#own.elementStyles.map(({ styleSheet }) => styleSheet);
    }
    this.#connected();
    for (const controller of this.#controllers) controller.hostConnected?.();
  }

  disconnectedCallback(): void {
    for (const controller of this.#controllers) controller.hostDisconnected?.();
  }

  attributeChangedCallback(attribute: string, _before: string | null, value: string | null): void {
    const name = this.#own.names.get(attribute);
    if (!name) return;
    const isNumber = value !== null && this.#own.elementProperties[name]!.type;
    Object.assign(this, { [name]: isNumber ? Number(value) : value });
  }

  requestUpdate(name?: string, before?: unknown): void {
    if (name) this.#changed.set(name, before);
    if (!this.#isPending) this.updateComplete = this.#update();
  }

  protected willUpdate(_changed: Map<PropertyKey, unknown>): void {}

  protected abstract render(): unknown;

  protected updated(_changed: Map<PropertyKey, unknown>): void {}

  async #update(): Promise<boolean> {
    this.#isPending = true;
    try {
      await this.updateComplete;
    } catch {
      // What went wrong with one update is told already, and not the end of all others.
    }
    Object.assign(this, this.#given);
    for (const name of Object.keys(this.#given)) delete this.#given[name];
    const changed = this.#changed;
    try {
      this.willUpdate(changed as Map<PropertyKey, unknown>);
      for (const controller of this.#controllers) controller.hostUpdate?.();
      const content = this.render();
      for (const name of changed.keys()) this.#reflect(name!);
      this.#settle();
      render(content, this.renderRoot);
    } catch (error) {
      this.#settle();
      throw error;
    }
    this.updated(changed as Map<PropertyKey, unknown>);
    return !this.#isPending;
  }

  /** What changes from now on asks for another update. */
  #settle(): void {
    this.#changed = new Map();
    this.#isPending = false;
  }

  #reflect(name: string): void {
    const { attribute = name.toLowerCase(), reflect } = this.#own.elementProperties[name]!;
    if (!reflect || !attribute) return;
    const value = this[name as keyof this] as string | number | null | undefined;
    if (value === null || value === undefined) this.removeAttribute(attribute);
    else if (this.getAttribute(attribute) !== String(value)) this.setAttribute(attribute, String(value));
  }
}

/** Of a class and those that it extends, whose properties come first. */
function declaredOf(element: Partial<Pick<typeof LeanElement, 'properties'>>): Record<string, Declared> {
  if (!element.properties) return {};
  return { ...declaredOf(Object.getPrototypeOf(element) as typeof element), ...element.properties };
}
