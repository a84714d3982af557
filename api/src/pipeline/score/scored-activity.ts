import type { Activity } from '../activity.ts';

/** What of an activity decides its worth. */
export type ScoredActivity = Pick<
  Activity,
  | 'communityId'
  | 'userId'
  | 'type'
  | 'key'
  | 'at'
  | 'experienceId'
  | 'contentLength'
  | 'replyToKey'
  | 'amount'
  | 'currency'
  | 'usdAmount'
  | 'productIds'
>;
