import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { transform } from 'esbuild';
import { beforeAll, describe, expect, it } from 'vitest';
import { bundle, type Script } from '../build/bundle.ts';
import { createManifest } from '../build/manifest/create-manifest.ts';
import { widgetsOf } from '../build/manifest/widgets.ts';
import { shortNames } from '../build/private-names.ts';

const packages = fileURLToPath(new URL('../../', import.meta.url));
const names = Object.keys(shortNames);

function filesOf(patterns: string[]): string[] {
  const paths = globSync(patterns, { cwd: packages }).filter((path) => !path.endsWith('.test.ts'));
  expect(paths).not.toEqual([]);
  return paths.map((path) => readFileSync(`${packages}${path}`, 'utf8'));
}

/** What files say when they run. */
async function codeOf(...patterns: string[]): Promise<string> {
  const files = await Promise.all(filesOf(patterns).map((text) => transform(text, { loader: 'ts' })));
  return files.map(({ code }) => code).join('\n');
}

/** What files say, without their comments. */
function textOf(...patterns: string[]): string {
  return filesOf(patterns)
    .join('\n')
    .replaceAll(/\/\*[^]*?\*\/|\/\/.*/g, '');
}

/** Those of the list that a text has in a place. */
const among = (text: string, place: RegExp): string[] =>
  names.filter((name) => [...text.matchAll(place)].some(([, found]) => found === name));

const property = /\b(\w+)\??[:(]/g;

describe('the names that the script tag shortens', () => {
  let script: Script;
  beforeAll(async () => {
    script = await bundle();
  }, 60_000);

  it('are no public ones of a widget', () => {
    const known = widgetsOf(createManifest()).flatMap(({ members = [], attributes = [] }) =>
      [...members, ...attributes].map(({ name }) => name),
    );
    expect(names.filter((name) => known.includes(name))).toEqual([]);
  });

  it('are none of the API, of the client, of what pages configure and of the words they may replace', () => {
    expect(among(textOf('contract/src/**/*.ts'), property)).toEqual([]);
    expect(among(textOf('client/src/{types,feed-types,errors}.ts'), property)).toEqual([]);
    expect(among(textOf('widgets/src/{config,messages/en,messages/en-more}.ts'), property)).toEqual([]);
    expect(among(textOf('widgets/src/{events,embed}/*.ts'), /\b(?:detail|Wee5)\b.*\b(\w+)\b/g)).toEqual([]);
  });

  it('are none of the browser, which calls or is called by them', () => {
    const path = globSync(
      '../../../node_modules/.pnpm/typescript@*/node_modules/typescript/lib/lib.dom.d.ts',
      {
        cwd: import.meta.dirname,
      },
    )[0]!;
    const browser = readFileSync(new URL(path, import.meta.url), 'utf8');
    expect(browser).toContain('querySelector');
    expect(among(browser, /\b(\w+)\??[:(]/g)).toEqual([]);
    expect(names.filter((name) => name.endsWith('Callback'))).toEqual([]);
  });

  it('are asked for by name nowhere, nor given by a module', async () => {
    const sources = await codeOf('widgets/src/**/*.ts', 'client/src/**/*.ts');
    expect(among(sources, /['"](\w+)['"]/g)).toEqual([]);
    expect(among(sources, /\bexport (?:async )?(?:abstract )?(?:function|const|class) (\w+)/g)).toEqual([]);
  });

  it('are left in none of its files, and nothing else is called what they become', () => {
    const sources = textOf('widgets/src/**/*.ts', 'client/src/**/*.ts');
    for (const name of Object.values(shortNames)) expect(sources).not.toContain(`.${name}`);
    for (const { code } of [script, ...script.parts]) {
      expect(among(code, /\.(\w+)\b/g)).toEqual([]);
    }
  });
});
