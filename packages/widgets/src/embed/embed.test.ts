import { assert } from '@esm-bundle/chai';
import { pause, until, urlOf } from '../../testing/fixture.ts';
import { board, card, community, rewards } from '../../testing/samples.ts';

const bundle = new URL('../../dist/script-tag/wee5.js', import.meta.url).href;

interface Page {
  window: Window & typeof globalThis;
  document: Document;
  /** What was asked of the API. */
  asked: { url: string; headers: Headers }[];
  /** What the page's console was told, and what its policy refused. */
  complaints: string[];
}

/** A page of its own with the script tag in it, and an API behind `fetch` that answers everything but the stream. */
async function open(
  markup: string,
  policy = "default-src 'self'; style-src 'none'; img-src 'none'",
): Promise<Page> {
  const frame = document.createElement('iframe');
  frame.width = '600';
  frame.srcdoc = `<!doctype html><meta http-equiv="Content-Security-Policy" content="${policy}"><body></body>`;
  document.body.append(frame);
  await new Promise((done) => frame.addEventListener('load', done, { once: true }));
  const window = frame.contentWindow as Page['window'];
  const page: Page = { window, document: frame.contentDocument!, asked: [], complaints: [] };
  listen(page);
  page.window.fetch = (input, init) => answer(page, urlOf(input), init);
  write(page.document, markup);
  return page;
}

function listen({ window, document, complaints }: Page) {
  document.addEventListener('securitypolicyviolation', (event) => complaints.push(event.violatedDirective));
  window.addEventListener('error', ({ message }) => complaints.push(message));
  window.addEventListener('unhandledrejection', ({ reason }) => complaints.push(String(reason)));
  for (const level of ['error', 'warn'] as const) {
    window.console[level] = (...words: unknown[]) => complaints.push(words.join(' '));
  }
}

/** Scripts set by `innerHTML` do not run; these do, in their order. */
function write(page: Document, markup: string) {
  page.body.innerHTML = markup;
  for (const old of page.querySelectorAll('script')) {
    const script = page.createElement('script');
    for (const { name, value } of old.attributes) script.setAttribute(name, value);
    old.replaceWith(script);
  }
}

function answer({ asked }: Page, url: string, init: RequestInit = {}): Promise<Response> {
  asked.push({ url, headers: new Headers(init.headers) });
  const json = (body: unknown) => Promise.resolve(Response.json(body));
  if (url.includes('/leaderboard')) return json(board());
  if (url.includes('/members/')) return json(card());
  if (url.includes('/rewards')) return json(rewards());
  if (url.includes('/live')) return new Promise(() => {});
  return json(community());
}

function shows(page: Page, tag: string, words: string) {
  const root = () => page.document.querySelector(tag)?.shadowRoot;
  return until(`${tag} shows “${words}”`, () => root()?.textContent?.includes(words), 4_000);
}

const script = (attributes = 'data-community="biz_demo" data-api="https://api.example.com"') =>
  `<script async src="${bundle}" ${attributes}></script>`;

describe('the script tag', () => {
  afterEach(() => document.body.replaceChildren());

  it('defines the three elements under a strict policy, without a word to the console', async () => {
    const page = await open(
      `${script()}<wee5-rank-card user="user_maya"></wee5-rank-card><wee5-leaderboard></wee5-leaderboard>
       <wee5-reward-list user="user_maya"></wee5-reward-list>`,
    );
    await shows(page, 'wee5-rank-card', 'Maya Chen');
    await shows(page, 'wee5-leaderboard', '1,204 members');
    await shows(page, 'wee5-reward-list', 'Inner circle');
    assert.deepEqual(page.complaints, []);
    assert.equal(page.document.querySelectorAll('[style]').length, 0);
  });

  it('opens one stream however many widgets there are, and closes it with the last', async () => {
    const page = await open(
      `${script()}${'<wee5-leaderboard></wee5-leaderboard>'.repeat(3)}<wee5-rank-card user="a"></wee5-rank-card>`,
    );
    await shows(page, 'wee5-rank-card', 'Maya Chen');
    const streams = () => page.asked.filter(({ url }) => url.includes('/live'));
    await until('a stream', () => streams().length);
    assert.equal(streams().length, 1);
    const boards = page.asked.filter(({ url }) => url.includes('/leaderboard'));
    assert.equal(boards.length, 1);
  });

  it('takes community, API and key from its own element', async () => {
    const page = await open(
      `${script('data-community="biz_page" data-api="https://api.example.com" data-key="pk_1"')}<wee5-leaderboard></wee5-leaderboard>`,
    );
    await shows(page, 'wee5-leaderboard', '1,204 members');
    for (const { url, headers } of page.asked) {
      assert.match(url, /^https:\/\/api\.example\.com\/api\/v1\/communities\/biz_page/);
      assert.equal(headers.get('x-wee5-key'), 'pk_1');
    }
  });

  it('asks its own origin where no API is named', async () => {
    const page = await open(`${script('data-community="biz_page"')}<wee5-leaderboard></wee5-leaderboard>`);
    await shows(page, 'wee5-leaderboard', '1,204 members');
    for (const { url } of page.asked) assert.isTrue(url.startsWith(`${location.origin}/api/v1/`), url);
  });

  it('lets the attributes of an element win', async () => {
    const page = await open(
      `${script()}<wee5-leaderboard community="biz_own" api="https://own.example"></wee5-leaderboard>`,
    );
    await shows(page, 'wee5-leaderboard', '1,204 members');
    for (const { url } of page.asked)
      assert.match(url, /^https:\/\/own\.example\/api\/v1\/communities\/biz_own/);
  });

  it('takes the theme from its own element', async () => {
    const page = await open(
      `${script('data-community="biz_page" data-theme="dark"')}<wee5-leaderboard></wee5-leaderboard>`,
    );
    await shows(page, 'wee5-leaderboard', '1,204 members');
    const { shadowRoot } = page.document.querySelector('wee5-leaderboard')!;
    assert.isTrue(shadowRoot!.querySelector('.root')!.classList.contains('dark'));
  });

  it('takes the language from its own element', async () => {
    const page = await open(script('data-lang="pt-BR"'));
    await until('the script ran', () => page.window.Wee5);
    assert.deepEqual(page.complaints, []);
  });

  it('ignores what an attribute cannot be, and says once what to do', async () => {
    const wrong = 'data-theme="drak" data-lang="?" data-community="Northwind" data-api="api.example.com"';
    const page = await open(
      `${script(`${wrong} data-key="sk_secret" data-experience="x"`)}<wee5-leaderboard community="biz_own"></wee5-leaderboard>`,
    );
    await shows(page, 'wee5-leaderboard', '1,204 members');
    await until('six warnings', () => page.complaints.length === 6);
    write(page.document, script(wrong));
    await pause(200);
    assert.deepEqual(page.complaints.toSorted(), [
      'Wee5 ignores data-api="api.example.com". Use the address of the API, which begins with https://, or leave it out.',
      'Wee5 ignores data-community="Northwind". Use the id of your company on Whop, which begins with biz_.',
      'Wee5 ignores data-experience="x". Use the id of the experience on Whop, which begins with exp_.',
      'Wee5 ignores data-key. Use a publishable key, which begins with pk_. Keep secret keys out of pages.',
      'Wee5 ignores data-lang="?". Use a language tag, such as en or pt-BR.',
      'Wee5 ignores data-theme="drak". Use auto, light or dark.',
    ]);
    for (const { url } of page.asked) assert.isTrue(url.startsWith(`${location.origin}/api/v1/`), url);
  });

  it('leaves a tag to whoever had it first, and says so once', async () => {
    const page = await open('');
    class Own extends page.window.HTMLElement {}
    page.window.customElements.define('wee5-leaderboard', Own);
    write(page.document, `${script()}<wee5-rank-card user="user_maya"></wee5-rank-card>`);
    await shows(page, 'wee5-rank-card', 'Maya Chen');
    assert.equal(page.window.customElements.get('wee5-leaderboard'), Own);
    await until('a warning', () => page.complaints.length);
    assert.deepEqual(page.complaints.length, 1);
    assert.include(page.complaints[0], 'leaves <wee5-leaderboard> to something that is not Wee5');
  });

  it('gives the page two functions and its version, and nothing else', async () => {
    const page = await open(script());
    await until('the script ran', () => page.window.Wee5);
    assert.deepEqual(Object.keys(page.window.Wee5!), ['version', 'configure', 'define']);
  });

  it('does no harm when it is there twice', async () => {
    const other = script('data-community="biz_other" data-api="https://other.example"');
    const page = await open(`${script()}<wee5-leaderboard></wee5-leaderboard>`);
    await shows(page, 'wee5-leaderboard', '1,204 members');
    const { Wee5 } = page.window;
    write(page.document, `${other}${other}<wee5-leaderboard></wee5-leaderboard>`);
    await shows(page, 'wee5-leaderboard', '1,204 members');
    await pause(200);
    assert.equal(page.window.Wee5, Wee5);
    assert.deepEqual(page.complaints, []);
    for (const { url } of page.asked)
      assert.include(url, 'https://api.example.com/api/v1/communities/biz_demo');
  });

  it('upgrades elements that come later', async () => {
    const page = await open(script());
    await until('the elements are defined', () => page.window.customElements.get('wee5-rank-card'));
    write(page.document, '<wee5-rank-card user="user_maya"></wee5-rank-card>');
    await shows(page, 'wee5-rank-card', 'Maya Chen');
  });
});
