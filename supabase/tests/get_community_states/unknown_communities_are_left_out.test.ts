import { expect, test } from 'vitest';
import { chat, community, functions, run } from '../support/index.ts';

test('and the others are where they stand', async () => {
  const quiet = await community();
  const busy = await community();
  await busy.award(chat('ana', '10:00:00'));
  await run(`update public.communities set visibility = 'private' where id = $1`, [quiet.id]);

  expect(await functions.getCommunityStates([busy.id, 'biz_nowhere', quiet.id])).toEqual(
    [
      { communityId: quiet.id, visibility: 'private', version: 0 },
      { communityId: busy.id, visibility: 'public', version: 1 },
    ].toSorted((a, b) => (a.communityId < b.communityId ? -1 : 1)),
  );
  expect(await functions.getCommunityStates([])).toEqual([]);
});
