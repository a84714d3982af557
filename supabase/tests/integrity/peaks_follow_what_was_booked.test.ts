import { expect, test } from 'vitest';
import { community, rows } from '../support/index.ts';
import { check } from './check.ts';
import { take } from './history.ts';
import type { Step } from './history.ts';

const ana = { user: 'ana', at: '2026-11-20T10:00:00Z' } as const;
const award = (xp: number): Step => ({ do: 'award', source: 'chat', refused: false, xp, ...ana });
const adjust = (xp: number): Step => ({ do: 'adjust', xp, ...ana });
const reset: Step = { do: 'reset', ...ana };
const undo: Step = { do: 'undo', ...ana };

test.each<[string, Step[], { xp: number; peak_xp: number }]>([
  ['is what was had before something was taken', [award(100), adjust(-60)], { xp: 40, peak_xp: 100 }],
  ['grows where that is passed', [award(100), adjust(-60), adjust(80)], { xp: 120, peak_xp: 120 }],
  ['begins anew after a reset', [award(100), reset, award(10)], { xp: 10, peak_xp: 10 }],
  [
    'is nothing right after a reset, also of nothing',
    [award(100), adjust(-100), reset],
    { xp: 0, peak_xp: 0 },
  ],
  [
    'comes back with what a reset took',
    [award(100), adjust(-60), reset, award(10), undo],
    { xp: 50, peak_xp: 100 },
  ],
  [
    'may be higher than ever once it came back',
    [award(100), reset, award(30), undo],
    { xp: 130, peak_xp: 130 },
  ],
])('a peak %s', async (_, steps, member) => {
  const club = await community({ cooldownSeconds: 0 });
  for (const [n, step] of steps.entries()) await take(club, step, n);
  const found = await rows('select xp, peak_xp from public.users where community_id = $1', [club.id]);
  expect(found).toEqual([member]);
  expect(await check(club.id)).toMatchObject({ counts: {}, mismatches: [] });
});
