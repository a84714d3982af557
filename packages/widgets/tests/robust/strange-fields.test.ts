import { expect, it } from 'vitest';
import { openBrowser } from '../support/open-browser.ts';
import { usualAnswer } from '../support/scripted-api.ts';
import { StrangersPage } from '../support/strangers-page.ts';

const opened = openBrowser();

/** What a field may hold that nobody expects. */
const values: unknown[] = [null, {}, [], '', -1, 1e21, true, JSON.parse('{"__proto__":{"polluted":1}}')];

it.each([
  ['wee5-leaderboard', '/leaderboard'],
  ['wee5-rank-card', '/members/me'],
  ['wee5-reward-list', '/rewards'],
  ['wee5-leaderboard', ''],
  ['wee5-rank-card', ''],
])(
  'a %s says something and nothing breaks, whatever stands in a field of %s',
  async (tag, path) => {
    const site = await StrangersPage.open(opened.browser, { body: '' });
    await site.page.waitForFunction('globalThis.Wee5');
    const answer = usualAnswer(path);
    const variants = variantsOf(answer);
    expect(variants.length).toBeGreaterThan(50);
    const usual = Object.fromEntries(
      ['/leaderboard', '/members/me', '/rewards', ''].map((each) => [each, usualAnswer(each)]),
    );
    await site.page.evaluate(answerInPage, {
      path,
      usual,
      answers: variants.map((each) => JSON.stringify(each.answer)),
    });
    await site.evaluate(
      `document.body.innerHTML = Array.from({ length: ${variants.length} }, (_, index) => '<${tag} community="biz_v' + index + '"></${tag}>').join('')`,
    );
    await site.page.waitForFunction('allAnswered()', { timeout: 20_000 });
    const mute = `[...document.body.children].flatMap(({ shadowRoot }, index) =>
      shadowRoot.querySelector('.root:not(.loading)')?.textContent.trim() ? [] : [index])`;
    const muteNow = async () => (await site.evaluate<number[]>(mute)).map((index) => variants[index]!.what);
    await expect.poll(muteNow, { timeout: 5000 }).toEqual([]);
    expect(site.errors).toEqual([]);
    expect(await site.evaluate(`({}).polluted`)).toBeUndefined();
  },
  60_000,
);

/** The answer with one field after the other as something else, in lists those of the first item. */
function variantsOf(answer: object): { what: string; answer: unknown }[] {
  const variants: { what: string; answer: unknown }[] = [];
  const visit = (node: object, keys: string[]): void => {
    for (const [key, value] of Object.entries(node)) {
      for (const other of values) {
        const copy: unknown = structuredClone(answer);
        const parent = keys.reduce((each, name) => each[name] as Fields, copy as Fields);
        parent[key] = other;
        variants.push({ what: `${[...keys, key].join('.')} = ${JSON.stringify(other)}`, answer: copy });
      }
      if (value && typeof value === 'object')
        visit(Array.isArray(value) ? { 0: value[0] } : value, [...keys, key]);
    }
  };
  visit(answer, []);
  return variants;
}

type Fields = Record<string, unknown>;

/** Runs in the page: community `biz_v3` gets the third answer from `path`, and the usual ones from elsewhere. */
function answerInPage({
  path,
  usual,
  answers,
}: {
  path: string;
  usual: Record<string, object>;
  answers: string[];
}): void {
  const real = fetch;
  const left = new Set(answers.keys());
  Object.assign(globalThis, { allAnswered: () => left.size === 0 });
  globalThis.fetch = async (input, init) => {
    const [, index, rest = ''] =
      /biz_v(\d+)([^?]*)/.exec(input instanceof Request ? input.url : `${input}`) ?? [];
    if (index === undefined) return real(input, init);
    if (rest === '/live') return new Promise(() => {});
    left.delete(Number(index));
    return new Response(rest === path ? answers[Number(index)]! : JSON.stringify(usual[rest]));
  };
}
