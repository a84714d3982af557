import { describe, expectTypeOf, it } from 'vitest';
import {
  createClient,
  createSession,
  sessionTokens,
  sharedClient,
  type Client,
  type ClientError,
  type ClientOptions,
  type Community,
  type DataOf,
  type ErrorCode,
  type HttpError,
  type Leaderboard,
  type LiveEvent,
  type LiveState,
  type RankCard,
  type Reward,
  type Rewards,
  type Session,
  type SessionOptions,
  type Update,
  type UpdateMeRequest,
} from '../src/index.ts';

// Checked by the type checker.

describe('a client', () => {
  it('needs an address and a community', () => {
    expectTypeOf(createClient).parameter(0).toEqualTypeOf<ClientOptions>();
    expectTypeOf<{ apiUrl: string }>().not.toExtend<ClientOptions>();
    expectTypeOf<{ apiUrl: string; communityId: string; token: undefined }>().toExtend<ClientOptions>();
    expectTypeOf(sharedClient).returns.toEqualTypeOf<Client>();
  });

  it('answers each method with what its route answers', () => {
    expectTypeOf<Client['getCommunity']>().returns.resolves.toEqualTypeOf<Community>();
    expectTypeOf<Client['getLeaderboard']>().returns.resolves.toEqualTypeOf<Leaderboard>();
    expectTypeOf<Client['getRankCard']>().returns.resolves.toEqualTypeOf<RankCard>();
    expectTypeOf<Client['getMyCard']>().returns.resolves.toEqualTypeOf<RankCard>();
    expectTypeOf<Client['getRewards']>().returns.resolves.toEqualTypeOf<Rewards>();
    expectTypeOf<Client['claimReward']>().returns.resolves.toEqualTypeOf<Reward>();
    expectTypeOf<Client['updateMe']>().returns.resolves.toEqualTypeOf<RankCard>();
    expectTypeOf<Client['updateMe']>().parameter(0).toEqualTypeOf<UpdateMeRequest>();
  });
});

describe('a session', () => {
  it('is for a reader in Whop, or for whom a server names', () => {
    expectTypeOf(createSession).returns.resolves.toEqualTypeOf<Session>();
    expectTypeOf<{ apiUrl: string; experienceId: string }>().toExtend<SessionOptions>();
    expectTypeOf<{ apiUrl: string; key: string; userId: string }>().toExtend<SessionOptions>();
    expectTypeOf<{ apiUrl: string }>().not.toExtend<SessionOptions>();
    expectTypeOf(sessionTokens).returns.toEqualTypeOf<NonNullable<ClientOptions['getToken']>>();
    expectTypeOf<() => Promise<string>>().toExtend<NonNullable<ClientOptions['getToken']>>();
  });
});

describe('a watch', () => {
  const live = () => createClient({ apiUrl: '', communityId: '' }).live();

  it('tells the data of its view', () => {
    expectTypeOf<DataOf<{ kind: 'rankCard'; userId: 'me' }>>().toEqualTypeOf<RankCard>();
    expectTypeOf<DataOf<{ kind: 'leaderboard'; limit: 3 }>>().toEqualTypeOf<Leaderboard>();
    expectTypeOf<Update<{ kind: 'rewards' }>>().toEqualTypeOf<{
      data: Rewards;
      receivedAt: Date;
      cause: 'snapshot' | 'live';
    }>();
    const infers = () =>
      live().watch(
        { kind: 'community' },
        { data: ({ data }) => expectTypeOf(data).toEqualTypeOf<Community>() },
      );
    expectTypeOf(infers).returns.toEqualTypeOf<() => void>();
  });

  it('takes no view that does not exist', () => {
    // @ts-expect-error a card is a member's
    const noUser = () => live().watch({ kind: 'rankCard' }, { data: () => undefined });
    // @ts-expect-error nobody knows such a view
    const noView = () => live().watch({ kind: 'levels' }, { data: () => undefined });
    expectTypeOf(noUser).toBeFunction();
    expectTypeOf(noView).toBeFunction();
  });

  it('tells events by their type', () => {
    type Unlocked = Extract<LiveEvent, { type: 'reward.unlocked' }>;
    expectTypeOf<Unlocked['data']>().toEqualTypeOf<{ version: number; userId: string; reward: Reward }>();
    expectTypeOf<LiveState['transport']>().toEqualTypeOf<'supabase' | 'sse' | 'polling' | null>();
  });
});

it('an error is told from another by its name', () => {
  const statusOf = (error: ClientError) => (error.name === 'HttpError' ? error.status : null);
  expectTypeOf(statusOf).returns.toEqualTypeOf<number | null>();
  expectTypeOf<HttpError['code']>().toEqualTypeOf<ErrorCode | 'unknown'>();
});
