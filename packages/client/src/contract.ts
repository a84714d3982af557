/**
 * What the API answers and says. The build puts plain declarations in this file's place, made from the contract's
 * schemas, so that the published package knows nothing of zod.
 */
export type {
  Access,
  BoardKind,
  Community,
  CommunityLevel,
  ErrorCode,
  Leaderboard,
  LeaderboardEntry,
  LiveConfig,
  LiveEventName,
  LiveEvents,
  LiveHello,
  MemberChange,
  MemberSettings,
  NextEligibleAt,
  Problem,
  RankCard,
  Reward,
  RewardState,
  RewardType,
  Rewards,
  Session,
  UpdateMeRequest,
  WindowKind,
} from '@wee5/contract';
