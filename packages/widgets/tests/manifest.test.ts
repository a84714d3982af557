import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CSSResult, PropertyDeclaration } from 'lit';
import { describe, expect, it } from 'vitest';
import { createManifest } from '../build/manifest/create-manifest.ts';
import { htmlData } from '../build/manifest/html-data.ts';
import { widgetsOf } from '../build/manifest/widgets.ts';
import * as exported from '../src/index.ts';

interface ElementClass {
  elementProperties: Map<string, PropertyDeclaration>;
  elementStyles: CSSResult[];
  finalize(): void;
}

const src = join(import.meta.dirname, '../src');
const read = (path: string) => readFileSync(join(src, path), 'utf8');
const folders = globSync('components/*/define.ts', { cwd: src }).map((path) => path.split('/')[1] ?? '');
const exports: Record<string, unknown> = { ...exported };
const manifest = createManifest();
const widgets = widgetsOf(manifest);
const namesOf = (list: readonly { name: string }[] = []) => list.map(({ name }) => name).toSorted();

it('has every component folder, by its tag', () => {
  expect(widgets.map(({ entry }) => entry).toSorted()).toEqual(folders.toSorted());
  for (const { tagName, entry } of widgets) expect(tagName).toBe(`wee5-${entry}`);
});

describe.each(widgets)('<$tagName>', (widget) => {
  const element = exports[widget.name] as ElementClass;
  const source = read(`components/${widget.entry}/${widget.entry}.ts`);

  it('has every property and attribute that Lit has, inherited ones too, with type and description', () => {
    element.finalize();
    const properties = [...element.elementProperties].filter(([, { state }]) => !state);
    expect(namesOf(widget.members)).toEqual(properties.map(([name]) => name).toSorted());
    const attributes = properties.flatMap(([name, { attribute }]) =>
      attribute === false ? [] : [typeof attribute === 'string' ? attribute : name.toLowerCase()],
    );
    expect(namesOf(widget.attributes)).toEqual(attributes.toSorted());
    for (const one of [...(widget.members ?? []), ...(widget.attributes ?? [])])
      expect(one, one.name).toMatchObject({
        description: expect.stringMatching(/\.$/),
        type: expect.anything(),
      });
  });

  it('has every custom property that its styles read, and no other', () => {
    const styles = element.elementStyles.map(({ cssText }) => cssText).join();
    expect(namesOf(widget.cssProperties)).toEqual(customPropertiesOf(styles));
  });

  it('has every part and slot of its template, and of the card around it where it has one', () => {
    const hasCard = source.includes('extends Wee5Element') && !source.includes('override render()');
    const templates = source + (hasCard ? read('internal/base-element.ts') : '');
    const parts = [...templates.matchAll(/\bpart="([\w-]+)/g)].map(([, name]) => name);
    expect(namesOf(widget.cssParts)).toEqual(expect.arrayContaining(parts));
    const slots = [...templates.matchAll(/<slot name="([\w-]+)/g)].map(([, name]) => name);
    expect(namesOf(widget.slots)).toEqual(expect.arrayContaining(slots));
  });

  it('says what it is, with an example, and what each event is', () => {
    expect(widget.summary).toMatch(/\.$/);
    expect(widget.examples?.[0]).toContain(`<${widget.tagName}`);
    for (const { type, description } of widget.events ?? []) {
      expect(Object.keys(exports)).toContain(type.text);
      expect(description).toMatch(/\.$/);
      // So that a listener has the event's type also where only this element is imported.
      expect(source).toMatch(new RegExp(`^export type \\{ ${type.text} \\} from`, 'm'));
    }
  });
});

/** What of `--wee5-…` reaches a rule: directly, or through the tokens that derive from it. */
function customPropertiesOf(styles: string): string[] {
  const token = /(--_[\w-]+):([^;}]+)/g;
  const tokens = new Map([...styles.matchAll(token)].map(([, name = '', value = '']) => [name, value]));
  const reached = new Set<string>();
  const follow = (text: string) => {
    for (const [, name = ''] of text.matchAll(/var\(\s*(--[\w-]+)/g)) {
      if (reached.has(name)) continue;
      reached.add(name);
      follow(tokens.get(name) ?? '');
    }
  };
  follow(styles.replaceAll(token, ''));
  return [...reached].filter((name) => name.startsWith('--wee5-')).toSorted();
}

it('tells each event that a widget dispatches, at one widget at least', () => {
  const types = globSync('events/*.ts', { cwd: src }).map(
    (path) => /static readonly type = '(.*)'/.exec(read(path))?.[1],
  );
  const told = widgets.flatMap(({ events = [] }) => events.map(({ name }) => name));
  expect(new Set(told)).toEqual(new Set(types));
});

it('lets nothing out that is private, internal or of our sources', () => {
  const text = JSON.stringify(manifest);
  expect(text).not.toMatch(/"#|"_|protected|"private|@internal|inheritedFrom|src\/|\.ts"|Wee5Element/);
});

it('gives VS Code the tags, their attributes and the values that these can have', () => {
  const { tags } = htmlData(widgets) as { tags: { name: string; attributes: { name: string }[] }[] };
  expect(namesOf(tags)).toEqual(widgets.map(({ tagName }) => tagName));
  const board = tags.find(({ name }) => name === 'wee5-leaderboard');
  expect(board?.attributes.find(({ name }) => name === 'window')).toMatchObject({
    values: [{ name: 'all' }, { name: 'day' }, { name: 'week' }, { name: 'month' }],
    description: { kind: 'markdown', value: expect.stringContaining('stretch of time') },
  });
});
