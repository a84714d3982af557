import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { heightAtAnyWidth, reservedSizes, type ReservedTag } from '../src/embed/reserved-sizes.ts';

const written = /(wee5-(?:rank-card|leaderboard|reward-list))(?:(?!wee5-)[^>])*?min-height: ?(\d+)px/g;

it.each([
  ['api/src/pages/embed-code.js', ['wee5-leaderboard', 'wee5-rank-card']],
  ['README.md', Object.keys(reservedSizes)],
  ['examples/script-tag/index.html', Object.keys(reservedSizes)],
  ['packages/widgets/README.md', Object.keys(reservedSizes)],
  ['docs/script-tag.md', Object.keys(reservedSizes)],
])('%s reserves what widgets need at any width', async (path, tags) => {
  const text = await readFile(new URL(`../../../${path}`, import.meta.url), 'utf8');
  const found = [...text.matchAll(written)].map(([, tag, height]) => [tag, Number(height)]);
  expect(found).toEqual(tags.map((tag) => [tag, heightAtAnyWidth(tag as ReservedTag)]));
});
