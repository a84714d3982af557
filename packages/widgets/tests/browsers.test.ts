import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { bundle } from '../build/bundle.ts';

/** As much of what MDN knows as is asked here. */
interface Known {
  __compat?: { support: Record<string, Release | Release[]> };
  [name: string]: unknown;
}
interface Release {
  version_added: string | false;
  prefix?: string;
  flags?: unknown;
  partial_implementation?: boolean;
}

const browsers = ['chrome', 'firefox', 'safari', 'safari_ios'] as const;
type Versions = Record<string, number>;

const mdn = createRequire(import.meta.url)('@mdn/browser-compat-data') as Known;
const readText = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');
const { parts, ...script } = await bundle();
const code = [script, ...parts].map((file) => file.code).join('\n');

/** Features that are no properties, by how they are found in the files; what MDN calls them. */
const features: [found: string, path: string][] = [
  ['light-dark(', 'css.types.color.light-dark'],
  ['oklch(from ', 'css.types.color.oklch.relative_syntax'],
  ['color-mix(', 'css.types.color.color-mix'],
  ['@container', 'css.at-rules.container'],
  ['subgrid', 'css.properties.grid-template-columns.subgrid'],
  [':dir(', 'css.selectors.dir'],
  [':has(', 'css.selectors.has'],
  [':focus-visible', 'css.selectors.focus-visible'],
  ['overflow:clip', 'css.properties.overflow.clip'],
  ['adoptedStyleSheets', 'api.ShadowRoot.adoptedStyleSheets'],
  ['new CSSStyleSheet', 'api.CSSStyleSheet.CSSStyleSheet'],
  ['showPopover', 'api.HTMLElement.showPopover'],
  [':popover-open', 'css.selectors.popover-open'],
  ['?inert', 'api.HTMLElement.inert'],
  ['integrity', 'api.HTMLScriptElement.integrity'],
  ['import(', 'javascript.operators.import'],
  ['Map.groupBy', 'javascript.builtins.Map.groupBy'],
  ['.toSorted(', 'javascript.builtins.Array.toSorted'],
  ['.findLastIndex(', 'javascript.builtins.Array.findLastIndex'],
  ['Object.hasOwn', 'javascript.builtins.Object.hasOwn'],
  ['.at(', 'javascript.builtins.Array.at'],
  ['Intl.ListFormat', 'javascript.builtins.Intl.ListFormat'],
  ['Intl.RelativeTimeFormat', 'javascript.builtins.Intl.RelativeTimeFormat'],
  ['.getAnimations(', 'api.Element.getAnimations'],
  ['??=', 'javascript.operators.nullish_coalescing_assignment'],
];

/** What only adds something where a browser has it, and why nothing is missing without. */
const niceToHave: Record<string, string> = {
  'forced-color-adjust': 'belongs to forced colours, which Safari has not',
  'scrollbar-width': 'a thin bar is seen under many tabs',
  'contain-intrinsic-inline-size': 'has a meaning where a page gives no width alone',
};

const properties = [
  ...new Set([...code.matchAll(/[;{]([a-z]+(?:-[a-z]+)*):[^;{}]+(?=[;}])/g)].map(([, name]) => name!)),
].filter((name) => findIn(`css.properties.${name}`) && !niceToHave[name]);

it('runs in the browsers that the guides name, and needs each of those versions', () => {
  const needed = [...features.map(([, path]) => path), ...properties.map((name) => `css.properties.${name}`)];
  const oldest = newestOf(needed.map(versionsOf));
  const words = `Chrome ${oldest['chrome']}, Firefox ${oldest['firefox']} and Safari ${oldest['safari']}`;
  expect(oldest['safari_ios']).toBe(oldest['safari']);
  for (const guide of ['../README.md', '../../../docs/script-tag.md'])
    expect(readText(guide)).toContain(words);
});

it('looks at nothing that the widgets do not use', () => {
  expect(features.filter(([found]) => !code.includes(found))).toEqual([]);
  expect(properties.length).toBeGreaterThan(60);
  expect(Object.keys(niceToHave).filter((name) => !code.includes(`${name}:`))).toEqual([]);
});

/** Every browser knows these names, and Safari on phones no other. */
it.each(['text-size-adjust', 'user-select'])('says %s by the name that phones know too', (name) => {
  expect(code).toContain(`-webkit-${name}:`);
  expect(code).not.toMatch(new RegExp(`[;{]${name}:`));
});

function findIn(path: string): Known | undefined {
  return path.split('.').reduce<Known | undefined>((at, name) => at?.[name] as Known | undefined, mdn);
}

function versionsOf(path: string): Versions {
  const { __compat: known } = findIn(path) ?? {};
  const support = known?.support;
  if (!support) throw new Error(`MDN knows no ${path}.`);
  return Object.fromEntries(
    browsers.map((browser) => {
      const whole = [support[browser]!].flat().find(isWhole);
      if (!whole) throw new Error(`${browser} has no ${path}.`);
      return [browser, Number.parseFloat(String(whole.version_added).replace('≤', ''))];
    }),
  );
}

function isWhole({ version_added: added, prefix, flags, partial_implementation: isPart }: Release): boolean {
  return Boolean(added && added !== 'preview' && !prefix && !flags && !isPart);
}

function newestOf(all: Versions[]): Versions {
  return Object.fromEntries(
    browsers.map((name) => [name, Math.max(...all.map((versions) => versions[name]!))]),
  );
}
