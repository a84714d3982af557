import { expect, it } from 'vitest';
import type { Span } from '../../src/pictures/card/drawing.ts';
import { FontShelf } from '../../src/pictures/png/font-shelf.ts';
import { visualRuns } from '../../src/pictures/png/visual-runs.ts';

const shelf = new FontShelf();

/** Words as they stand from left to right; each run itself is still in the order in which it is read. */
async function seen(text: string, dir: Span['dir'] = 'auto'): Promise<string[]> {
  const runs = visualRuns(await shelf.fontsOf(text), text, dir);
  return runs.map((run) => run.text.trim()).filter((word) => word !== '');
}

it.each<[string, string, string[]]>([
  ['Arabic, then Latin', 'مايا Chen', ['Chen', 'مايا']],
  ['Latin, then Arabic', 'Chen مايا', ['Chen', 'مايا']],
  ['Hebrew with a number', 'שלום 42', ['42', 'שלום']],
  ['an emoji behind Arabic', 'مايا 🌸', ['🌸', 'مايا']],
  ['an emoji behind Arabic and Latin', 'مايا Chen 👩🏽‍🚀', ['👩🏽‍🚀', 'Chen', 'مايا']],
  ['an emoji before Latin', '🌸 Maya', ['🌸', 'Maya']],
])('a name goes the way it begins: %s', async (_about, name, words) => {
  expect(await seen(name)).toEqual(words);
});

it('our own words go the way of their language, whatever they begin with', async () => {
  expect(await seen('5,210 XP', 'rtl')).toEqual(['XP', '5,210']);
  expect(await seen('5,210 XP', 'ltr')).toEqual(['5,210 XP']);
});
