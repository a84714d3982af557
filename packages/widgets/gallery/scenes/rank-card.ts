import { HttpError, NetworkError } from '@wee5/client';
import { card, difficultNames, reward, rewards } from '../../testing/samples.ts';
import { live, minutesAgo, portrait, seenAt, type Scenes } from './scene.ts';

export const rankCard: Scenes = {
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
  'levelled up': seenAt(450, (client) => {
    live(client);
    client.say('rankCard', card({ xp: 5700, rank: 9, avatarUrl: portrait(20) }));
    setTimeout(() => client.say('rankCard', card({ xp: 5800, rank: 7, avatarUrl: portrait(20) })), 100);
  }),
  'streak to keep, badges': (client) => {
    live(client);
    client.say(
      'rankCard',
      card({
        avatarUrl: portrait(300),
        levelName: 'Trailblazer',
        badgeUrl: portrait(1),
        streakDays: 12,
        streak: { freezes: 1, frozenDays: 0, endsAt: new Date(Date.now() + 5 * 3_600_000).toISOString() },
        nextEligibleAt: {
          chat: new Date(Date.now() + 23_000).toISOString(),
          reply: new Date(Date.now() + 12_000).toISOString(),
          reaction: null,
        },
      }),
    );
    client.say(
      'rewards',
      rewards(
        [1, 2, 3, 5, 8, 9].map((level) =>
          reward(level, {
            type: 'badge',
            name: `Badge of level ${level}`,
            state: 'claimed',
            imageUrl: level === 5 ? portrait(2) : null,
            metadata: level === 8 ? { icon: '🌱' } : {},
          }),
        ),
      ),
    );
  },
  'streak with freezes': (client) => {
    live(client);
    client.say(
      'rankCard',
      card({
        streak: { freezes: 2, frozenDays: 0, endsAt: new Date(Date.now() + 60 * 3_600_000).toISOString() },
      }),
    );
  },
  'XP gained': seenAt(700, (client) => {
    live(client);
    client.say('rankCard', card({ xp: 5000, avatarUrl: portrait(40) }));
    setTimeout(() => client.say('rankCard', card({ xp: 5015, avatarUrl: portrait(40) })), 100);
  }),
  bar: (client, element) => {
    element.setAttribute('layout', 'bar');
    live(client);
    client.say('rankCard', card({ avatarUrl: portrait(250), levelName: 'Trailblazer' }));
  },
  'bar, loading': (_, element) => element.setAttribute('layout', 'bar'),
  'bar, long name, top level': (client, element) => {
    element.setAttribute('layout', 'bar');
    live(client);
    client.say(
      'rankCard',
      card({ displayName: difficultNames[0]!, xp: 12_345_678, level: 188, nextLevelXp: null, progress: 1 }),
    );
  },
  'another member': (client, element) => {
    element.user = 'user_maya';
    live(client);
    client.say(
      'rankCard',
      card({
        avatarUrl: portrait(50),
        streak: { freezes: 1, frozenDays: 1, endsAt: new Date(Date.now() + 20 * 3_600_000).toISOString() },
        lastActiveAt: minutesAgo(12).toISOString(),
      }),
    );
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
