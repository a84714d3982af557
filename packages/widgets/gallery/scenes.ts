import { HttpError, NetworkError, TimeoutError, type Reward } from '@wee5/client';
import type { FakeClient } from '../testing/fake-client.ts';
import { board, card, community, difficultNames, entry, reward, rewards } from '../testing/samples.ts';

import { activity } from './scenes/activity.ts';

type Script = (
  client: FakeClient,
  element: HTMLElement & { user?: string; limit?: number; around?: string },
) => void;

const portrait = (_seed: number) => `${location.origin}/portrait.svg`;
const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);
const unknownCommunity = new HttpError(404, { code: 'unknown-community' });

const me = entry(41, { userId: 'user_me', displayName: 'Noor Haddad', rank: 42, xp: 1210 });
const withPictures = Array.from({ length: 10 }, (_, index) =>
  entry(index, { avatarUrl: index % 4 === 3 ? null : portrait(index * 36) }),
);

function live(client: FakeClient) {
  client.say('community', community());
  client.become('live');
}

const cards: Record<string, Script> = {
  loading: () => {},
  live: (client) => {
    live(client);
    client.say('rankCard', card({ avatarUrl: portrait(250), levelName: 'Trailblazer' }));
  },
  'no picture, waiting': (client) => {
    live(client);
    const chat = new Date(Date.now() + 23_000).toISOString();
    client.say('rankCard', card({ rank: 1, nextEligibleAt: { chat, reply: null, reaction: null } }));
  },
  'levelled up': (client) => {
    live(client);
    client.say('rankCard', card({ xp: 5700, rank: 9, avatarUrl: portrait(20) }));
    setTimeout(() => client.say('rankCard', card({ xp: 5800, rank: 7, avatarUrl: portrait(20) })), 100);
  },
  '0 XP': (client) => {
    live(client);
    client.say(
      'rankCard',
      card({ xp: 0, rank: null, streakDays: 0, displayName: null, username: 'newcomer' }),
    );
  },
  '12,345,678 XP': (client) => {
    live(client);
    const huge = {
      xp: 12_345_678,
      level: 188,
      nextLevelXp: null,
      progress: 1,
      rank: 10_432,
      total: 1_240_112,
    };
    client.say('rankCard', card({ ...huge, streakDays: 1204, levelName: 'The one who never sleeps at all' }));
  },
  'long name': (client, element) => {
    live(client);
    element.user = 'user_long';
    client.say(
      'rankCard',
      card({ displayName: difficultNames[0]!, avatarUrl: 'https://localhost:1/broken.png' }),
    );
  },
  markup: (client) => {
    live(client);
    client.say('rankCard', card({ displayName: difficultNames[1]!, avatarUrl: 'javascript:alert(1)' }));
  },
  'arabic name': (client) => {
    live(client);
    client.say('rankCard', card({ displayName: difficultNames[2]! }));
  },
  offline: (client) => {
    live(client);
    client.say('rankCard', card({ avatarUrl: portrait(150) }), minutesAgo(2));
    client.state = { status: 'offline', transport: null, since: minutesAgo(2) };
  },
  'failed refresh': (client) => {
    live(client);
    client.say('rankCard', card(), minutesAgo(3));
    client.become('polling');
    client.fail('rankCard', new HttpError(500, { code: 'internal-error' }));
  },
  'unknown member': (client) => {
    live(client);
    client.fail('rankCard', new HttpError(404, { code: 'unknown-member' }));
  },
  unreachable: (client) => {
    client.become('reconnecting');
    client.fail('rankCard', new NetworkError('no answer'));
  },
};

const boards: Record<string, Script> = {
  loading: () => {},
  live: (client) => {
    live(client);
    client.say('leaderboard', board({ entries: withPictures }));
  },
  'own row outside': (client) => {
    live(client);
    client.say('leaderboard', board({ entries: withPictures.slice(0, 5), me, total: 10_000 }));
  },
  'own row inside, moving': (client) => {
    live(client);
    const own = { ...withPictures[4]!, userId: 'user_me', displayName: 'Noor Haddad' };
    const entries = withPictures.with(4, own);
    const before = entries.map((it, index) => ({ ...it, rank: [2, 1, 5, 4, 3, 6, 7, 9, 8, 10][index]! }));
    client.say('leaderboard', board({ entries: before, me: before[4]! }));
    setTimeout(() => client.say('leaderboard', board({ entries, me: own })), 100);
  },
  'difficult names': (client) => {
    live(client);
    const entries = difficultNames.map((displayName, index) =>
      entry(index, { displayName, xp: [12_345_678, 1_234_567, 99_999, 12_000, 900, 40, 0][index]! }),
    );
    client.say('leaderboard', board({ entries, total: 7 }));
  },
  'ties, large ranks': (client, element) => {
    live(client);
    element.around = 'user_3';
    const entries = [2, 3, 4, 5].map((n) => entry(n, { rank: n < 4 ? 10_231 : 10_233, xp: 1200 - n }));
    client.say('leaderboard', board({ entries, total: 1_240_112 }));
  },
  'two members': (client) => {
    live(client);
    client.say('leaderboard', board({ entries: [entry(0), entry(1)], total: 2 }));
  },
  empty: (client) => {
    live(client);
    client.say('leaderboard', board({ entries: [], total: 0 }));
  },
  offline: (client, element) => {
    element.limit = 5;
    live(client);
    client.say('leaderboard', board({ entries: withPictures.slice(0, 5) }), minutesAgo(2));
    client.state = { status: 'offline', transport: null, since: minutesAgo(2) };
  },
  'failed refresh': (client, element) => {
    element.limit = 5;
    live(client);
    client.say('leaderboard', board({ entries: withPictures.slice(0, 5) }), minutesAgo(3));
    client.become('polling');
    client.fail('leaderboard', new HttpError(500, { code: 'internal-error' }));
  },
  'unknown community': (client, element) => {
    element.limit = 5;
    client.fail('leaderboard', unknownCommunity);
  },
};

const gifts: Partial<Reward>[] = [
  {
    type: 'custom',
    name: 'Strategy call',
    description: '30 minutes with the team',
    metadata: {
      instructions: 'Pick a time on the booking page.\nEnter your code where it asks for one.',
      url: 'https://cal.example.com/northwind',
    },
  },
  {
    type: 'badge',
    name: 'Steady hand',
    description: 'A badge beside your name',
    metadata: { color: '#ff8800', icon: '🔥' },
  },
];

/** A reader's own list in which some rewards wait for them. */
function claimable(client: FakeClient, element: HTMLElement & { user?: string }, first = 0): Reward[] {
  live(client);
  element.user = 'me';
  const waiting = gifts
    .slice(first)
    .map((gift, n) => reward(3 + n, { ...gift, state: 'unlocked', unlockedAt: '2026-10-03T12:00:00Z' }));
  const locked = [
    reward(8, { state: 'locked', name: 'Insider' }),
    reward(12, { type: 'custom', state: 'locked', name: 'Lifetime access' }),
  ];
  client.say('rewards', rewards([...waiting, ...locked]));
  client.say('rankCard', card({ xp: 1_000 }));
  return waiting;
}

function claimedNow(it: Reward, metadata: object = {}): Reward {
  return {
    ...it,
    state: 'claimed',
    claimedAt: '2026-11-20T18:06:00Z',
    metadata: { ...it.metadata, ...metadata },
  };
}

function pressed(element: HTMLElement, part: string) {
  setTimeout(() => element.shadowRoot?.querySelector<HTMLElement>(`[part~='${part}']`)?.click(), 600);
}

const lists: Record<string, Script> = {
  loading: () => {},
  'nobody’s': (client) => {
    live(client);
    client.say('rewards', rewards());
  },
  'own progress': (client, element) => {
    live(client);
    element.user = 'me';
    client.say('rewards', rewards());
    client.say('rankCard', card());
  },
  states: (client, element) => {
    live(client);
    element.user = 'me';
    const states = [
      'unlocked',
      'claimed',
      'fulfilling',
      'fulfilled',
      'failed',
      'expired',
      'revoked',
      'locked',
    ] as const;
    const list = states.map((state, index) =>
      reward(index + 2, {
        state,
        name: `Reward that is ${state}`,
        imageUrl: index === 1 ? portrait(80) : null,
      }),
    );
    client.say('rewards', rewards(list));
    client.say('rankCard', card({ xp: 2000 }));
  },
  'just unlocked': (client, element) => {
    live(client);
    element.user = 'me';
    client.say('rewards', rewards());
    client.say('rankCard', card({ xp: 6990 }));
    setTimeout(() => client.say('rankCard', card({ xp: 7100 })), 100);
  },
  'difficult names': (client, element) => {
    live(client);
    element.user = 'user_long';
    client.say(
      'rewards',
      rewards(difficultNames.map((name, n) => reward(n * 9, { name, description: name.repeat(3) }))),
    );
    client.say('rankCard', card());
  },
  empty: (client) => {
    live(client);
    client.say('rewards', rewards([]));
  },
  offline: (client) => {
    live(client);
    client.say('rewards', rewards(), minutesAgo(125));
    client.state = { status: 'offline', transport: null, since: minutesAgo(125) };
  },
  'to claim': (client, element) => claimable(client, element),
  claiming: (client, element) => {
    claimable(client, element);
    pressed(element, 'claim');
  },
  'claimed a code': (client, element) => {
    const [code] = claimable(client, element);
    client.claims.answer(claimedNow(code!, { code: 'NORTHWIND-4711-WINTER' }));
    pressed(element, 'claim');
  },
  'claimed a badge': (client, element) => {
    const [badge] = claimable(client, element, 1);
    client.claims.answer(claimedNow(badge!));
    pressed(element, 'claim');
  },
  'claimed before': (client, element) => {
    const list = claimable(client, element, 0).map((it) => claimedNow(it, { code: 'WINTER-4711' }));
    client.say('rewards', rewards(list));
    pressed(element, 'toggle');
  },
  'a role to get': (client, element) => {
    live(client);
    element.user = 'me';
    const metadata = { roleName: 'Inner circle', url: 'https://whop.com/northwind/inner-circle' };
    client.say(
      'rewards',
      rewards([
        reward(5, { name: 'Inner circle', state: 'unlocked', metadata, unlockedAt: '2026-10-03T12:00:00Z' }),
        reward(9, { state: 'locked' }),
      ]),
    );
    client.say('rankCard', card({ xp: 2_500 }));
    pressed(element, 'toggle');
  },
  'claim elsewhere': (client, element) => {
    const list = claimable(client, element);
    client.claims.answer(new HttpError(409, { code: 'reward-not-claimable' }));
    client.rewardReads.answer(rewards(list.map((it) => claimedNow(it, { code: 'WINTER-4711' }))));
    pressed(element, 'claim');
  },
  'claim signed out': (client, element) => {
    claimable(client, element);
    client.claims.answer(new HttpError(401, { code: 'unauthenticated' }));
    pressed(element, 'claim');
  },
  'claim rate-limited': (client, element) => {
    claimable(client, element);
    client.claims.answer(new HttpError(429, { code: 'rate-limited' }, 20));
    pressed(element, 'claim');
  },
  'claim unanswered': (client, element) => {
    const list = claimable(client, element);
    client.claims.answer(new TimeoutError('no answer'));
    client.rewardReads.answer(rewards(list));
    pressed(element, 'claim');
  },
  'claim unsure': (client, element) => {
    claimable(client, element);
    client.claims.answer(new TimeoutError('no answer'));
    client.rewardReads.answer(new NetworkError('no answer'));
    pressed(element, 'claim');
  },
  'what became of it': (client, element) => {
    live(client);
    element.user = 'me';
    const states = ['fulfilling', 'fulfilled', 'failed', 'unknown', 'expired', 'revoked'] as const;
    const list = states.map((state, n) =>
      reward(n + 2, {
        state,
        type: 'custom',
        name: `One that is ${state}`,
        claimedAt: '2026-10-03T12:00:00Z',
        metadata: { code: 'ABC-1' },
      }),
    );
    client.say('rewards', rewards(list));
    client.say('rankCard', card({ xp: 2_000 }));
    pressed(element, 'toggle');
  },
  thirty: (client, element) => {
    live(client);
    element.user = 'user_maya';
    client.say(
      'rewards',
      rewards(
        Array.from({ length: 30 }, (_, n) =>
          reward(n * 2 + 1, {
            type: (['role', 'badge', 'custom'] as const)[n % 3]!,
            description: n % 2 ? 'A part of what comes with it' : null,
          }),
        ),
      ),
    );
    client.say('rankCard', card({ xp: 12_000 }));
  },
  'claim attacks': (client, element) => {
    live(client);
    element.user = 'me';
    const bad = '<img src=x onerror=alert(1)>';
    const metadata = { code: bad.repeat(3), instructions: `${bad}\n`.repeat(4), url: 'javascript:alert(1)' };
    client.say(
      'rewards',
      rewards([
        reward(2, {
          type: 'custom',
          state: 'claimed',
          name: bad,
          description: bad,
          metadata,
          claimedAt: '2026-10-03T12:00:00Z',
        }),
      ]),
    );
    pressed(element, 'toggle');
  },
  members: (client) => {
    client.fail('rewards', new HttpError(403, { code: 'not-a-member' }));
  },
};

export const scenes: Record<string, Record<string, Script>> = {
  'rank-card': cards,
  leaderboard: boards,
  'reward-list': lists,
  activity,
};
