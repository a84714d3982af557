import { describe, expect, test } from 'vitest';
import { configDocumentSchema, DEFAULT_RULES, timeZoneSchema, type ConfigDocument } from '../../src/index.ts';
import { problemsOf } from '../support.ts';

const document: ConfigDocument = {
  name: 'Makers Guild',
  visibility: 'public',
  timeZone: 'Europe/Lisbon',
  theme: {},
  chatXp: 15,
  replyXp: 20,
  reactionXp: 5,
  cooldownSeconds: 60,
  curve: { kind: 'mee6' },
  topLevel: 100,
  levels: [{ level: 10, name: 'Regular', badgeUrl: null }],
  demotion: 'follow',
  rules: DEFAULT_RULES,
};

test('a whole configuration is taken as it is', () => {
  expect(configDocumentSchema.parse(document)).toEqual(document);
});

describe('a configuration is refused by its path, with what to do', () => {
  const cases: [what: string, change: Record<string, unknown>, problem: string][] = [
    [
      'a curve that decreases',
      { curve: { kind: 'table', thresholds: [10, 30, 20] }, topLevel: 3, levels: [] },
      'curve: Level 3 would begin at 20 XP, but level 2 begins at 30: each level must need more XP than the one before.',
    ],
    [
      'a curve with fewer levels than the top',
      { curve: { kind: 'skool' }, topLevel: 10 },
      'curve: Level 10 is not in the table, which has 9 levels: add it, or lower the top level to 9.',
    ],
    [
      'a curve past what is exact',
      { curve: { kind: 'coefficients', coefficients: [0, 0, 1e14] } },
      'curve: Level 10 would need more than 2^53 - 1 XP: lower the top level or the curve.',
    ],
    [
      'a level that is named twice',
      { levels: [{ level: 3 }, { level: 4 }, { level: 3 }] },
      'levels.2.level: is named twice: 3',
    ],
    ['a level above the top', { levels: [{ level: 101 }] }, 'levels.0.level: is above the top level 100'],
    [
      'a picture that is a script',
      { levels: [{ level: 1, badgeUrl: 'javascript:alert(1)' }] },
      'levels.0.badgeUrl: Invalid URL',
    ],
    [
      'a zone nobody knows',
      { timeZone: 'Mars/Olympus' },
      'timeZone: must be a time zone such as Europe/Lisbon or UTC',
    ],
    ['XP below 0', { reactionXp: -5 }, 'reactionXp: Too small: expected number to be >=0'],
    [
      'a cooldown of more than a week',
      { cooldownSeconds: 604_801 },
      'cooldownSeconds: Too big: expected number to be <=604800',
    ],
    [
      'a rule that is wrong',
      { rules: { dailyCap: -1 } },
      'rules.dailyCap: Too small: expected number to be >=1',
    ],
    ['a field that is misspelt', { chatXP: 5 }, ': Unrecognized key: "chatXP"'],
    [
      'a demotion there is not',
      { demotion: 'never' },
      'demotion: Invalid option: expected one of "follow"|"keep"',
    ],
  ];

  test.each(cases)('%s', (_what, change, problem) => {
    expect(problemsOf(configDocumentSchema, { ...document, ...change })).toEqual([problem]);
  });
});

describe('a time zone', () => {
  test.each(['UTC', 'Europe/Lisbon', 'Asia/Kathmandu', 'America/Argentina/Buenos_Aires', 'Etc/GMT+2'])(
    'is known: %s',
    (zone) => {
      expect(problemsOf(timeZoneSchema, zone)).toEqual([]);
    },
  );

  test.each(['', '+02:00', '-0300', 'UTC+2', 'GMT+2', 'Lisbon', 'Europe/Lisbon; drop table', 'local'])(
    'is no offset and nothing unknown: %j',
    (zone) => {
      expect(problemsOf(timeZoneSchema, zone)).toEqual([
        ': must be a time zone such as Europe/Lisbon or UTC',
      ]);
    },
  );
});
