import { timeOf, type FunctionCall } from './side.ts';

/** What pages, cards, previews and logs are made of. */
export const reading: FunctionCall[] = [
  ['getCommunity', ({ functions, communityId }) => functions.getCommunity(communityId)],
  [
    'getCommunityStates',
    ({ functions, communityId }) => functions.getCommunityStates([communityId, 'biz_none']),
  ],
  [
    'getLeaderboard',
    ({ functions, communityId }) =>
      functions.getLeaderboard({
        communityId,
        scope: 'public',
        viewerId: 'user_ana',
        board: 'top',
        window: 'all',
        windowAt: null,
        now: timeOf('20:00:00'),
        limit: 2,
        after: { score: Number.MAX_SAFE_INTEGER, reachedAt: timeOf('23:00:00'), userId: 'a' },
        aroundUserId: null,
      }),
  ],
  [
    'getLeaderboard',
    ({ functions, communityId }) =>
      functions.getLeaderboard({
        communityId,
        scope: 'members',
        viewerId: null,
        board: 'climbers',
        window: 'week',
        windowAt: '2026-01-05',
        now: timeOf('20:00:00'),
        limit: 50,
        after: null,
        aroundUserId: 'user_ana',
      }),
  ],
  [
    'getRankCard',
    ({ functions, communityId }) =>
      functions.getRankCard({
        communityId,
        userId: 'user_ana',
        scope: 'members',
        viewerId: 'user_ana',
        at: timeOf('20:00:00'),
      }),
  ],
  [
    'listMembers',
    ({ functions, communityId }) =>
      functions.listMembers(communityId, { limit: 2, after: null, query: undefined }),
  ],
  [
    'getPreviewFrame',
    ({ functions, communityId }) =>
      functions.getPreviewFrame({
        communityId,
        since: timeOf('00:00:00'),
        until: timeOf('23:00:00'),
        maxActivities: 1100,
      }),
  ],
  [
    'listReplayable',
    async ({ functions, communityId }) => {
      const page = { communityId, since: timeOf('00:00:00'), until: timeOf('23:00:00') };
      const first = await functions.listReplayable({ ...page, after: null, limit: 1100 });
      return [first, await functions.listReplayable({ ...page, after: first.at(-1) ?? null, limit: 1100 })];
    },
  ],
  [
    'listMembersToPreview',
    ({ functions, communityId }) => functions.listMembersToPreview(communityId, null, 100),
  ],
  [
    'getMemberActivity',
    async ({ functions, communityId }) => {
      const query = { communityId, userId: 'user_ana', limit: 2 };
      const first = await functions.getMemberActivity({ ...query, before: null });
      return [first, await functions.getMemberActivity({ ...query, before: first?.next ?? null })];
    },
  ],
  [
    'getCommunityActivity',
    ({ functions, communityId }) =>
      functions.getCommunityActivity({ communityId, userId: null, type: 'payment', before: null, limit: 50 }),
  ],
  ['getMemberExport', ({ functions, communityId }) => functions.getMemberExport(communityId, 'user_ana')],
  [
    'getLogExport',
    ({ functions, communityId }) =>
      functions.getLogExport({ communityId, userId: 'user_busy', before: null, limit: 2000 }),
  ],
];
