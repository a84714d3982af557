import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { toConfig } from '../../src/config.ts';
import { phrases } from '../../src/pictures/card/phrases.ts';
import { portraitLimits } from '../../src/pictures/portrait/portraits.ts';

const guide = readFileSync(new URL('../../../docs/pictures.md', import.meta.url), 'utf8').replaceAll(
  /\s+/g,
  ' ',
);

it('the guide names the languages that there are words in', () => {
  const [, list = ''] = /The words are in (.*?), for every region/.exec(guide) ?? [];
  expect([...list.matchAll(/`([\w-]+)`/g)].map(([, tag]) => tag)).toEqual(Object.keys(phrases));
});

it('the guide says where pictures come from, and how large, slow and old they may be', () => {
  for (const host of toConfig({}).whop.pictureHosts) expect(guide).toContain(`\`${host}\``);
  const { mostBytes, mostPixels, patienceMs, keptMs, failedMs, mostKeptBytes } = portraitLimits;
  expect(guide).toContain(`up to ${mostBytes / 1024 / 1024} MB and ${mostPixels / 1e6} megapixels`);
  expect(guide).toContain(`wait ${patienceMs / 1000} seconds`);
  expect([keptMs / 60_000, failedMs / 60_000]).toEqual([60, 10]);
  expect(guide).toContain('an hour at most');
  expect(guide).toContain('left alone for ten minutes');
  expect(guide).toContain(`${mostKeptBytes / 1024 / 1024} MB of them`);
});
