import { expect, it } from 'vitest';
import type { FlagRow } from '../../src/database/integrity-functions.ts';
import { summaryOf } from '../../src/flags/summary.ts';

const flag = { flagId: '1', day: '2026-11-20', foundAt: '2026-11-21T03:00:00.000Z', dismissedAt: null };
const burst = {
  from: '2026-11-20T11:58:46.500Z',
  to: '2026-11-20T12:08:46.500Z',
  activities: 40,
  usual: 4,
  limit: 30,
  reactions: 21,
  usualReactions: 2.5,
  reactionLimit: 20,
};

it.each<[string, Pick<FlagRow, 'kind' | 'userIds' | 'evidence'>, string]>([
  [
    'a burst',
    { kind: 'burst', userIds: ['user_bot'], evidence: burst },
    'user_bot earned XP 40 times between 11:58 and 12:08 UTC. The usual member did so 4 times at their busiest that day; more than 30 is flagged.',
  ],
  [
    'many reactions',
    { kind: 'burst', userIds: ['user_bot'], evidence: { ...burst, activities: 21 } },
    'user_bot gave 21 reactions that earned XP between 11:58 and 12:08 UTC. Whoever reacted that day gave 2.5 at their busiest; 20 are flagged.',
  ],
  [
    'a ring',
    { kind: 'reciprocal', userIds: ['ana', 'ben', 'cem'], evidence: { given: 25, within: 21, share: 0.84 } },
    'ana, ben and cem gave 21 of their 25 reactions of seven days to each other: 84 %. From 60 % on it is flagged.',
  ],
])('says %s in words', (_, details, words) => {
  expect(summaryOf({ ...flag, ...details })).toBe(words);
});
