import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { expect, it } from 'vitest';
import { toConfig, variableNames } from '../../src/config.ts';

const sample = readFileSync(new URL('../../.env.sample', import.meta.url), 'utf8');

it('names every variable that is read, in the order of the configuration, and no other', () => {
  const names = [...sample.matchAll(/^(\w+)=/gm)].map(([, name]) => name);
  expect(names).toEqual(variableNames);
});

it('says why above each of them, or above its group', () => {
  for (const group of sample.trim().split('\n\n').slice(1)) expect(group).toMatch(/^# /);
});

it('changes nothing when it is copied as it is', () => {
  expect(toConfig(parseEnv(sample))).toEqual(toConfig({}));
});
