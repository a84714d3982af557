import { createRef, type ComponentProps, type RefObject } from 'react';
import { expectTypeOf, it } from 'vitest';
import type { Leaderboard, LeveledUpEvent, RankCard, RankCardProps } from '../src/index.ts';
import type { RankCardElement } from '@wee5/widgets/rank-card';

it('types what a component takes as its element has it', () => {
  expectTypeOf<ComponentProps<typeof Leaderboard>['limit']>().toEqualTypeOf<number | undefined>();
  expectTypeOf<ComponentProps<typeof Leaderboard>['window']>().toEqualTypeOf<
    'all' | 'day' | 'week' | 'month' | undefined
  >();
  expectTypeOf<RankCardProps['theme']>().toEqualTypeOf<'auto' | 'light' | 'dark' | undefined>();
  expectTypeOf<RankCardProps>().toHaveProperty('aria-label');
});

it('types events and the ref', () => {
  expectTypeOf<NonNullable<RankCardProps['onLeveledUp']>>().parameter(0).toEqualTypeOf<LeveledUpEvent>();
  expectTypeOf(createRef<RankCardElement>()).toExtend<RefObject<RankCardElement | null>>();
  expectTypeOf<ComponentProps<typeof RankCard>>().toExtend<RankCardProps>();
});

it('refuses what an element does not know', () => {
  // @ts-expect-error: a board has no user.
  const wrong: ComponentProps<typeof Leaderboard> = { user: 'user_maya' };
  // @ts-expect-error: a limit is a number.
  const alsoWrong: ComponentProps<typeof Leaderboard> = { limit: '5' };
  expectTypeOf([wrong, alsoWrong]).toBeArray();
});
