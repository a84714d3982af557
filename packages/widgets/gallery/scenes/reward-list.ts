import { HttpError } from '@wee5/client';
import { card, difficultNames, reward, rewards } from '../../testing/samples.ts';
import { live, minutesAgo, portrait, seenAt, type Scenes } from './scene.ts';

export const rewardList: Scenes = {
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
  'just unlocked': seenAt(600, (client, element) => {
    live(client);
    element.user = 'me';
    client.say('rewards', rewards());
    client.say('rankCard', card({ xp: 6990 }));
    setTimeout(() => client.say('rankCard', card({ xp: 7100 })), 100);
  }),
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
  members: (client) => {
    client.fail('rewards', new HttpError(403, { code: 'not-a-member' }));
  },
};
