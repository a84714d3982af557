import { HttpError, NetworkError } from '@wee5/client';
import { board, difficultNames, entry, reranked } from '../../testing/samples.ts';
import { live, minutesAgo, portrait, seenAt, type Scene, type Scenes } from './scene.ts';

const unknownCommunity = new HttpError(404, { code: 'unknown-community' });

const me = entry(41, { userId: 'user_me', displayName: 'Noor Haddad', rank: 42, xp: 1210 });
const withPictures = Array.from({ length: 10 }, (_, index) =>
  entry(index, { avatarUrl: index % 4 === 3 ? null : portrait(index * 36) }),
);

const week = {
  kind: 'week',
  startsAt: new Date(Date.now() - 4.6 * 86_400_000).toISOString(),
  endsAt: new Date(Date.now() + 2.4 * 86_400_000).toISOString(),
} as const;
const podium =
  (entries = withPictures, changes = {}): Scene =>
  (client, element) => {
    live(client);
    element.layout = 'podium';
    client.say('leaderboard', board({ entries, ...changes }));
  };
const tabs: Scene = (client, element) => {
  live(client);
  element.windows = 'week month all';
  client.say('leaderboard', board({ entries: withPictures, window: week, nextCursor: 'next' }));
};

export const leaderboard: Scenes = {
  loading: () => {},
  tabs,
  'tabs, loading': (_, element) => {
    element.windows = 'day week month all';
  },
  'tabs, switching': (client, element) => {
    tabs(client, element);
    element.windows = 'day week month all';
    element.window = 'week';
    setTimeout(() => {
      client.forget('leaderboard');
      element.window = 'month';
    }, 300);
  },
  'tabs, empty day': (client, element) => {
    live(client);
    element.windows = 'day week month all';
    client.say('leaderboard', board({ entries: [], total: 0, window: { ...week, kind: 'day' } }));
  },
  'tabs, failed': (client, element) => {
    element.windows = 'day week month all';
    client.fail('leaderboard', new NetworkError('no answer'));
  },
  'far down, more': (client, element) => {
    tabs(client, element);
    client.say('leaderboard', board({ entries: withPictures, me, window: week, nextCursor: 'next' }));
  },
  'around you': (client, element) => {
    live(client);
    element.around = 'me';
    const entries = Array.from({ length: 7 }, (_, index) => entry(index + 38, { xp: 1330 - index * 40 }));
    client.say('leaderboard', board({ entries: entries.with(3, me), me, nextCursor: 'next' }));
  },
  'past week': (client, element) => {
    live(client);
    element.window = 'week';
    element.at = '2026-09-15';
    const window = {
      kind: 'week',
      startsAt: '2026-09-14T00:00:00Z',
      endsAt: '2026-09-21T00:00:00Z',
    } as const;
    client.say('leaderboard', board({ entries: withPictures.slice(0, 5), window }));
  },
  newcomers: (client, element) => {
    live(client);
    element.board = 'newcomers';
    client.say('leaderboard', board({ entries: withPictures.slice(0, 5), total: 5 }));
  },
  climbers: (client, element) => {
    live(client);
    element.board = 'climbers';
    const entries = withPictures
      .slice(0, 6)
      .map((it, index) => ({ ...it, gain: Math.round(1320 * 0.7 ** index) }));
    client.say('leaderboard', board({ entries, window: week, total: 6 }));
  },
  podium: (client, element) => {
    podium(withPictures, { window: week, nextCursor: 'next', me })(client, element);
    element.windows = 'week month all';
  },
  'podium, loading': (_, element) => {
    element.layout = 'podium';
  },
  'podium, moving': (client, element) => {
    const own = { ...withPictures[4]!, userId: 'user_me', displayName: 'Noor Haddad' };
    const before = board({ entries: withPictures.with(4, own), me: own });
    podium(before.entries, { me: own })(client, element);
    setTimeout(() => client.say('leaderboard', reranked(before, { user_me: 8_900 })), 100);
  },
  'podium, ties 1-2-2-4': podium(
    reranked(board({ entries: withPictures }), { user_1: 8000, user_2: 8000 }).entries,
  ),
  'podium, ties 1-1-1-1': podium(
    withPictures.slice(0, 6).map((it, n) => (n < 4 ? { ...it, rank: 1, xp: 9840 } : it)),
  ),
  'podium, three': podium(withPictures.slice(0, 3), { total: 3 }),
  'podium, two': podium(withPictures.slice(0, 2), { total: 2, me: withPictures[1] }),
  'podium, one': podium(withPictures.slice(0, 1), { total: 1 }),
  'podium, empty': podium([], { total: 0 }),
  'podium, difficult names': podium(
    difficultNames.map((displayName, index) =>
      entry(index, {
        displayName,
        level: 188 - index,
        xp: [12_345_678, 1_234_567, 99_999, 12_000, 900, 40, 0][index]!,
      }),
    ),
    { total: 7 },
  ),
  compact: (client, element) => {
    live(client);
    element.style.setProperty('--wee5-row-height', '36px');
    client.say('leaderboard', board({ entries: withPictures, me }));
  },
  live: (client) => {
    live(client);
    client.say('leaderboard', board({ entries: withPictures }));
  },
  'own row outside': (client) => {
    live(client);
    client.say('leaderboard', board({ entries: withPictures.slice(0, 5), me, total: 10_000 }));
  },
  'own row inside, moving': seenAt(200, (client) => {
    live(client);
    const own = { ...withPictures[4]!, userId: 'user_me', displayName: 'Noor Haddad' };
    const entries = withPictures.with(4, own);
    const before = entries.map((it, index) => ({ ...it, rank: [2, 1, 5, 4, 3, 6, 7, 9, 8, 10][index]! }));
    client.say('leaderboard', board({ entries: before, me: before[4]! }));
    setTimeout(() => client.say('leaderboard', board({ entries, me: own })), 100);
  }),
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
