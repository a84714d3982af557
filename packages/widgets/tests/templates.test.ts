import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { minifyLiterals, ownProperty } from '../build/minify-literals.ts';
import { markValues } from '../build/templates.ts';

const values = (text: string): string[] => markValues(text.split('◆'));

describe('the templates of the script tag', () => {
  it('name the attributes that have values in them', () => {
    expect(values('<a class="b ◆ c" title=◆ ?hidden=◆ @click=◆>◆ d</a>')).toEqual([
      '<a class$="b ',
      ' c" title$="',
      '" ?hidden$="',
      '" @click$="',
      '">',
      ' d</a>',
    ]);
  });

  it('are markup that says the same', () => {
    expect(values('<i   alt="" role="a b"\n  id="c"\n >◆\n  e</i\n>.')).toEqual([
      '<i alt="" role="a b" id=c>',
      ' e</i>.',
    ]);
    expect(values('<img src=◆ alt="" /><g x="1"/><g x=◆ /><br/>.')).toEqual([
      '<img src$="',
      '" alt=""><g x=1 /><g x$="',
      '"/><br>.',
    ]);
  });

  it('end in something that is no value', () => {
    expect(values('◆◆')).toEqual(['', '', '<?>']);
  });

  it('are not built with values where none can be', () => {
    for (const text of [
      '<◆>.',
      '<a ◆>.',
      '<a ◆="b">.',
      '<a .value=◆>.',
      '<a viewBox=◆>.',
      '<!-- ◆ -->.',
      '<style>◆</style>.',
    ]) {
      expect(() => values(text), text).toThrow(/cannot/);
    }
  });

  it('are rewritten where they stand, and nothing else is', async () => {
    const code =
      'const it = other`<a  b=${c}>` + html`<b  title=${svg`<i  x=${d} />`}>e</b>` + css`i { color : red }`;';
    expect(await minifyLiterals(code)).toBe(
      'const it = other`<a  b=${c}>` + html`<b title$="${svg`<i x$="${d}"/>`}">e</b>` + css`i{color:red}`;',
    );
  });

  it('call custom properties so that each has a name of its own', async () => {
    expect(await minifyLiterals('css`a { --_given: var(--_c-accent); color: var(--_given) }`')).toBe(
      'css`a{--_gi:var(--_c-accent);color:var(--_gi)}`',
    );
    const src = new URL('../src/', import.meta.url);
    const styles = globSync('**/*.ts', { cwd: src }).map((path) => readFileSync(new URL(path, src), 'utf8'));
    const found = new Map([...styles.join().matchAll(ownProperty)].map(([name, letters]) => [name, letters]));
    expect(found.size).toBeGreaterThan(10);
    expect(new Set(found.values()).size).toBe(found.size);
  });
});
