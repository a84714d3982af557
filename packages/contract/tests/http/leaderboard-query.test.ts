import { describe, expect, test } from 'vitest';
import { leaderboardQuerySchema } from '../../src/index.ts';

function parse(query: string): unknown {
  return leaderboardQuerySchema.safeParse(Object.fromEntries(new URLSearchParams(query))).data;
}

describe('the query of a leaderboard', () => {
  test.each([
    ['', { board: 'top', limit: 50 }],
    ['limit=1', { board: 'top', limit: 1 }],
    ['limit=100&window=week', { board: 'top', window: 'week', limit: 100 }],
    ['board=climbers', { board: 'climbers', limit: 50 }],
    ['at=2026-11-15', { board: 'top', at: '2026-11-15', limit: 50 }],
    ['at=2026-11-15T10:00:00Z', { board: 'top', at: '2026-11-15T10:00:00Z', limit: 50 }],
    ['cursor=abc&key=pk_1', { board: 'top', limit: 50, cursor: 'abc' }],
    ['around=me', { board: 'top', limit: 50, around: 'me' }],
    ['around=user_ana', { board: 'top', limit: 50, around: 'user_ana' }],
  ])('%j reads as %j', (query, expected) => {
    expect(parse(query)).toEqual(expected);
  });

  test.each([
    'limit=0',
    'limit=101',
    'limit=-1',
    'limit=1.5',
    'limit=',
    'limit=ten',
    'limit=NaN',
    'window=year',
    'window=',
    'board=losers',
    'board=',
    'at=yesterday',
    'at=2026-02-30',
    'at=2026-11-15T10:00:00+01:00',
    'cursor=',
    'around=',
    `around=${'u'.repeat(201)}`,
  ])('%s is refused', (query) => {
    expect(parse(query)).toBeUndefined();
  });
});
