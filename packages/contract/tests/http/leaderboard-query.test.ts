import { describe, expect, test } from 'vitest';
import { leaderboardQuerySchema } from '../../src/index.ts';

function parse(query: string): unknown {
  return leaderboardQuerySchema.safeParse(Object.fromEntries(new URLSearchParams(query))).data;
}

describe('the query of a leaderboard', () => {
  test.each([
    ['', { window: 'all', limit: 50 }],
    ['limit=1', { window: 'all', limit: 1 }],
    ['limit=100&window=week', { window: 'week', limit: 100 }],
    ['cursor=abc&key=pk_1', { window: 'all', limit: 50, cursor: 'abc' }],
    ['around=me', { window: 'all', limit: 50, around: 'me' }],
    ['around=user_ana', { window: 'all', limit: 50, around: 'user_ana' }],
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
    'cursor=',
    'around=',
    `around=${'u'.repeat(201)}`,
  ])('%s is refused', (query) => {
    expect(parse(query)).toBeUndefined();
  });
});
