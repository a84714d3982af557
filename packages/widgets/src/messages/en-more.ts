import type { Format } from './format.ts';

/** What happened, and what to do. */
export type Sentences = readonly [what: string, whatToDo: string];

const say = (what: string, whatToDo: string): Sentences => [what, whatToDo];

function span(seconds: number): string {
  if (seconds < 100) return `${seconds} s`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 100 ? `${minutes} min` : `${Math.ceil(minutes / 60)} h`;
}

/** The words for what happens later, in English: they come with the parts that say them. */
export const enMore = ({ full, relative, plural }: Format) => ({
  retry: 'Try again',

  live: 'Live',
  updated: (at: Date) => `Updated ${relative(at)}`,
  reconnecting: 'Reconnecting',
  offline: (at: Date) => `Offline. Last updated ${relative(at)}.`,
  stale: (at: Date) => `Could not refresh. Last updated ${relative(at)}.`,

  problems: {
    'no-community': say('No community chosen', 'Name one in the “community” attribute.'),
    'bad-address': say('The API address is not usable', 'Check the “api” attribute.'),
    'unknown-community': say(
      'This community is not known',
      'Check its id, or come back after its first message.',
    ),
    'unknown-member': say('This member has no card yet', 'It appears with their first message.'),
    unauthenticated: say('You are not signed in', 'Sign in to see this.'),
    forbidden: say('This is for members', 'Join the community to see it.'),
    'rate-limited': say('Too many requests', 'Wait a moment, then try again.'),
    unreachable: say('The server does not answer', 'Check your connection, then try again.'),
    failed: say('This could not be loaded', 'Wait a moment, then try again.'),
  },

  empty: {
    'wee5-leaderboard': say('No one is on the board yet', 'Say hello in chat.'),
    'wee5-reward-list': say('No rewards yet', 'What a level gives will show up here.'),
  },

  card: {
    active: (at: Date) => `Active ${relative(at)}`,
    now: 'You can earn now',
    wait: (seconds: number) => `You can earn again in ${span(seconds)}`,
    // Where one of them waits while others earn.
    waits: {
      chat: (seconds: number) => `Chat earns again in ${span(seconds)}`,
      reply: (seconds: number) => `Replies earn again in ${span(seconds)}`,
      reaction: (seconds: number) => `Reactions earn again in ${span(seconds)}`,
      lesson: (seconds: number) => `Lessons earn again in ${span(seconds)}`,
    },
    gained: (xp: number) => `+${full(xp)}`,
    earnBy: (time: string) => `Earn by ${time}`,
    keepStreak: (time: string) => `Earn by ${time} to keep your streak`,
    frozen: (days: number) => `Frozen for ${full(days)} ${plural(days, { one: 'day', other: 'days' })}`,
    freezes: (count: number) => `${full(count)} ${plural(count, { one: 'freeze', other: 'freezes' })} left`,
    kept: 'Kept for today',
    badges: 'Badges',
    moreBadges: (count: number) => `+${full(count)}`,
  },

  board: {
    you: 'You',
    showMore: 'Show more',
    aroundYou: 'Around you',
    top: 'To the top',
    added: (members: number) =>
      `${full(members)} more ${plural(members, { one: 'member', other: 'members' })}`,
    notAdded: 'More members could not be loaded',
    /** `soon` is a relative time: “in 2 days”. */
    ends: (soon: string) => `Ends ${soon}`,
  },

  moves: {
    youMoved: (rank: number, up: boolean) => `You moved ${up ? 'up' : 'down'} to rank ${full(rank)}`,
    memberMoved: (name: string, rank: number) => `${name} moved up to rank ${full(rank)}`,
    up: (places: number) => `Up ${full(places)} ${plural(places, { one: 'place', other: 'places' })}`,
    down: (places: number) => `Down ${full(places)} ${plural(places, { one: 'place', other: 'places' })}`,
    reached: (level: number) => `Level ${full(level)} reached`,
    youReached: (level: number) => `You reached level ${full(level)}`,
    unlocked: (name: string) => `You unlocked ${name}`,
    fresh: 'Just unlocked',
  },

  toast: {
    close: 'Close',
    jump: (from: number, to: number) => `Level ${full(from)} → ${full(to)}`,
    unlocked: (rewards: number) => `You unlocked ${full(rewards)} rewards`,
  },
});

/** What every language says later. */
export type MoreMessages = ReturnType<typeof enMore>;
