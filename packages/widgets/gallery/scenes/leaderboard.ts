import { HttpError } from '@wee5/client';
import { board, difficultNames, entry } from '../../testing/samples.ts';
import { live, minutesAgo, portrait, seenAt, type Scenes } from './scene.ts';

const unknownCommunity = new HttpError(404, { code: 'unknown-community' });

const me = entry(41, { userId: 'user_me', displayName: 'Noor Haddad', rank: 42, xp: 1210 });
const withPictures = Array.from({ length: 10 }, (_, index) =>
  entry(index, { avatarUrl: index % 4 === 3 ? null : portrait(index * 36) }),
);

export const leaderboard: Scenes = {
  loading: () => {},
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
