import { HttpError, NetworkError, TimeoutError, type Reward } from '@wee5/client';
import type { FakeClient } from '../../testing/fake-client.ts';
import { card, difficultNames, reward, rewards } from '../../testing/samples.ts';
import { live, minutesAgo, portrait, seenAt, type Scenes } from './scene.ts';

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
