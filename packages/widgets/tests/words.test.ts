import { describe, expect, it } from 'vitest';
import { closest, languages } from '../src/messages/languages.ts';
import { createFormat } from '../src/messages/format.ts';
import { createLateFormat } from '../src/messages/late-format.ts';
import { kindOf, sayings, wordsOf } from './support/words.ts';

const english = await wordsOf('en');

/** Words that a language writes as English does. */
const shared: Record<string, RegExp> = {
  de: /^(level|levelNumber|live|toast\.jump)$/,
  fr: /^card\.badges$/,
  id: /^(level|levelNumber|toast\.jump)$/,
  nl: /^(level|levelNumber|live|toast\.jump|board\.tabs\.week|card\.badges)$/,
};

/** Everything that a language can be heard to say, with the path of each word. */
function everySaying({ leaves }: typeof english): [string, string][] {
  return [...leaves].flatMap(([path, word]) =>
    sayings(path, word)
      .flat()
      .map((said): [string, string] => [path, said]),
  );
}

/** What is left of a text to translate: no numbers, marks and names. */
const bare = (said: string) => said.replaceAll(/\b(XP|Ada|Bo|sec|min)\b|[\P{L}]/gu, '');

describe.each(['en', ...Object.keys(languages)])('the words of %s', async (name) => {
  const { leaves, forms } = await wordsOf(name);
  const said = everySaying({ leaves, forms });

  it('are as many as in English, each of the same kind', () => {
    const kinds = (of: typeof leaves) => [...of].map(([path, word]) => `${path}: ${kindOf(path, word)}`);
    expect(kinds(leaves).toSorted()).toEqual(kinds(english.leaves).toSorted());
  });

  it('say all that they are told, in the numbers of the language', () => {
    for (const [path, word] of leaves) {
      for (const texts of sayings(path, word))
        expect(new Set(texts).size, `${path}: ${texts[0]}`).toBe(texts.length);
    }
    expect(said.filter(([, text]) => /undefined|\bnull\b|NaN|\[object|\d{5}/.test(text))).toEqual([]);
  });

  it('give every form that a whole number can ask for', () => {
    const rules = new Intl.PluralRules(name);
    const asked = new Set([...Array(200).keys(), 1_000_000].map((value) => rules.select(value)));
    const poor = forms.filter((given) => [...asked, 'other'].some((form) => !Object.hasOwn(given, form)));
    expect(poor).toEqual([]);
  });

  it('are quiet and tidy', () => {
    const untidy = /[!！¡—"]|'|\.\.|…|\s{2}|^\s|\s$| [,.;:](?=\s|$)/;
    expect(said.filter(([, text]) => text.split('\n').some((line) => untidy.test(line)))).toEqual([]);
  });

  // English is what the others are compared with.
  if (name === 'en') return;
  it('are its own', () => {
    const same = [...leaves].filter(([path, word]) => {
      const [[ours = ''] = []] = sayings(path, word);
      const [[theirs = ''] = []] = sayings(path, english.leaves.get(path));
      return bare(ours) && bare(ours) === bare(theirs);
    });
    const paths = same.map(([path]) => path).filter((path) => !shared[name]?.test(path));
    expect(paths).toEqual([]);
  });
});

describe('the language that is closest', () => {
  it.each([
    ['the region', 'de-AT', 'de', 'de-AT'],
    ['the one region that there is', 'pt', 'pt-BR', 'pt'],
    ['another region', 'pt-PT', 'pt-BR', 'pt-PT'],
    ['the script of a region', 'zh-TW', 'zh-Hant', 'zh-TW'],
    ['the script of a region, named', 'zh-Hans-HK', 'zh-Hans', 'zh-Hans-HK'],
    ['the usual script', 'zh', 'zh-Hans', 'zh'],
    ['what a former name means today', 'in', 'id', 'id'],
    ['what servers write', 'pt_BR', 'pt-BR', 'pt-BR'],
    ['whatever its case', 'JA-jp', 'ja', 'ja-JP'],
    ['with digits of its own', 'ar-u-nu-arab', 'ar', 'ar-u-nu-arab'],
    ['English in a region', 'en-IN', 'en', 'en-IN'],
    ['English for another script', 'hi-Latn', 'en', 'en'],
    ['English for a language that is not there', 'he', 'en', 'en'],
    ['English for what is no tag', 'en-', 'en', 'en'],
  ])('is %s: %s', (_why, wanted, name, tag) => {
    expect(closest(wanted)).toEqual({ name, tag });
  });
});

describe('a time to wait', () => {
  const spans: [string, number, string, string?][] = [
    ['en', 23, 'in 23 sec.'],
    ['en', 99, 'in 99 sec.'],
    ['en', 100, 'in 2 min.'],
    ['en', 5_940, 'in 99 min.'],
    ['en', 6_000, 'in 2 hr.'],
    ['ar', 2, 'خلال ثانيتين'],
    ['ja', 600, '10 分後'],
    ['tr', 23, '23 saniye sonra', 'long'],
  ];
  it.each(spans)('is in %s for %i seconds: %s', (name, seconds, text, style) => {
    expect(createLateFormat(createFormat(name)).soon(seconds, style as 'long' | undefined)).toBe(text);
  });
});
