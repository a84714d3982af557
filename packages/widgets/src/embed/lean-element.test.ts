import { assert } from '@esm-bundle/chai';
import * as lit from 'lit';
import * as ours from './lit.ts';

type Kind = typeof lit;

/** Tags of their own for each test, since a page's definitions stay. */
let tags = 0;

/** What happened, in order. */
function trace({ LitElement, css, html }: Kind) {
  const seen: string[] = [];
  class Traced extends LitElement {
    static override styles = [
      css`
        b {
          color: red;
        }
      `,
      css`
        i {
          color: blue;
        }
      `,
    ];
    static override properties: lit.PropertyDeclarations = {
      plain: {},
      named: { attribute: 'its-name' },
      unseen: { attribute: false },
      size: { type: Number },
      shown: { reflect: true },
    };
    declare plain: string | null | undefined;
    declare size: number | null | undefined;
    declare shown: string | undefined;
    declare unseen: unknown;
    breaks = false;

    constructor() {
      super();
      this.addController({
        hostConnected: () => seen.push('connected'),
        hostDisconnected: () => seen.push('disconnected'),
        hostUpdate: () => seen.push('hostUpdate'),
      });
    }

    protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
      seen.push(`will ${[...changed.keys()].join()}`);
      if (this.breaks) throw new Error('broken');
    }

    protected override render() {
      seen.push('render');
      return html`<b title=${this.size} class="a ${this.plain} c" ?hidden=${this.unseen}>${this.plain}</b>`;
    }

    protected override updated(changed: Map<PropertyKey, unknown>): void {
      seen.push(`updated ${[...changed.keys()].join()} ${this.renderRoot.querySelector('b')!.className}`);
    }
  }
  class Inheriting extends Traced {
    static override properties: lit.PropertyDeclarations = { more: {} };
  }
  tags += 1;
  const tag = `x-element${tags}`;
  return { seen, tag, define: () => customElements.define(tag, Inheriting), Traced };
}

type Element = InstanceType<ReturnType<typeof trace>['Traced']>;

/** How many microtasks pass until something is so. */
async function microtasksUntil(is: () => boolean): Promise<number> {
  let count = 0;
  while (!is() && count < 50) {
    await Promise.resolve();
    count += 1;
  }
  return count;
}

/** What a page may do to an element; each tells what came of it. */
const stories: Record<string, (kind: Kind) => Promise<unknown>> = {
  'has the attributes of its own and of what it inherits': async (kind) => {
    const { define, tag } = trace(kind);
    define();
    return (customElements.get(tag) as unknown as typeof lit.LitElement).observedAttributes.toSorted();
  },
  'takes what was set before it was defined': async (kind) => {
    const { seen, tag, define } = trace(kind);
    const element = document.createElement(tag) as Element;
    Object.assign(element, { plain: 'early', unseen: 1 });
    element.setAttribute('size', '7');
    document.body.append(element);
    define();
    await element.updateComplete;
    return [seen, element.size, Object.keys(element).includes('plain')];
  },
  'updates once for all that changes, and reflects it': async (kind) => {
    const { seen, tag, define } = trace(kind);
    define();
    document.body.innerHTML = `<${tag} plain="one" size="3"></${tag}>`;
    const element = document.body.firstElementChild as Element;
    await element.updateComplete;
    Object.assign(element, { plain: 'two', shown: 'yes', size: 3 });
    element.setAttribute('its-name', 'x');
    await element.updateComplete;
    const once = [element.outerHTML, ...seen.splice(0)];
    element.removeAttribute('plain');
    element.removeAttribute('size');
    Object.assign(element, { shown: undefined });
    await element.updateComplete;
    return [once, element.outerHTML, seen, element.plain, element.size];
  },
  'updates in the same microtask': async (kind) => {
    const { seen, tag, define } = trace(kind);
    define();
    const element = document.createElement(tag) as Element;
    await Promise.resolve();
    document.body.append(element);
    const first = await microtasksUntil(() => seen.includes('render'));
    await element.updateComplete;
    seen.length = 0;
    element.plain = 'again';
    return [first, await microtasksUntil(() => seen.includes('render'))];
  },
  'waits until it is in the page, and goes on when it is not': async (kind) => {
    const { seen, tag, define } = trace(kind);
    define();
    const element = document.createElement(tag) as Element;
    await Promise.resolve();
    const before = [...seen];
    document.body.append(element);
    element.remove();
    document.body.append(element);
    await element.updateComplete;
    element.remove();
    element.plain = 'away';
    await element.updateComplete;
    return [before, seen];
  },
  'goes on after an update that failed': async (kind) => {
    const { seen, tag, define } = trace(kind);
    define();
    const element = document.createElement(tag) as Element;
    document.body.append(element);
    await element.updateComplete;
    const ignore = (event: PromiseRejectionEvent) => event.preventDefault();
    addEventListener('unhandledrejection', ignore);
    element.breaks = true;
    element.plain = 'broken';
    const message = await element.updateComplete.catch((error: Error) => error.message);
    element.breaks = false;
    element.plain = 'whole';
    await element.updateComplete;
    await new Promise((resolve) => setTimeout(resolve));
    removeEventListener('unhandledrejection', ignore);
    return [message, seen];
  },
  'wears its styles': async (kind) => {
    const { tag, define } = trace(kind);
    define();
    const element = document.createElement(tag);
    document.body.append(element);
    return element.shadowRoot!.adoptedStyleSheets.map(({ cssRules }) => cssRules[0]!.cssText);
  },
};

const tellOf = async (story: (kind: Kind) => Promise<unknown>, kind: Kind): Promise<string> =>
  JSON.stringify(await story(kind)).replaceAll(/x-element\d+/g, 'x-element');

describe('the element of the script tag', () => {
  afterEach(() => document.body.replaceChildren());

  for (const [name, story] of Object.entries(stories)) {
    it(`${name}, as Lit’s does`, async () => {
      const told = await tellOf(story, ours as unknown as Kind);
      document.body.replaceChildren();
      assert.equal(told, await tellOf(story, lit));
    });
  }
});
