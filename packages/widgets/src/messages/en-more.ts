import type { LateFormat } from './late-format.ts';

/** What happened, and what to do. */
export type Sentences = readonly [what: string, whatToDo: string];

const say = (what: string, whatToDo: string): Sentences => [what, whatToDo];

function span(seconds: number): string {
  if (seconds < 100) return `${seconds} s`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 100 ? `${minutes} min` : `${Math.ceil(minutes / 60)} h`;
}

/** The words for what happens later, in English: they come with the parts that say them. */
export const enMore = ({ full, relative, plural }: LateFormat) => ({
  retry: 'Try again',
  /** A sentence with its stop, where another follows. */
  sentence: (text: string) => `${text}.`,

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
    'wee5-activity': say('Nothing here yet', 'Say hello in chat: what you earn shows up here.'),
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

  rewards: {
    progress: (name: string) => `Progress to ${name}`,
    showAll: (total: number) => `Show all ${full(total)}`,
    showFewer: 'Show fewer',
    states: {
      locked: 'Locked',
      unlocked: 'Unlocked',
      claimed: 'Claimed',
      fulfilling: 'On its way',
      fulfilled: 'Yours',
      failed: 'Being looked at',
      unknown: 'Being looked at',
      expired: 'Expired',
      revoked: 'Withdrawn',
    },
  },

  claim: {
    claim: 'Claim',
    claiming: 'Claiming',
    checking: 'Checking',
    checkAgain: 'Check again',
    done: (name: string) => `You claimed ${name}`,
    unlockedOn: (date: string) => `Unlocked on ${date}`,
    claimedOn: (date: string) => `Claimed on ${date}`,
    role: (name: string) => `It gives you the role “${name}”.`,
    open: (host: string) => `Open ${host}`,
    newTab: 'in a new tab',
    copy: 'Copy',
    copied: 'Copied',
    notCopied: 'This page may not copy. The code is selected: copy it yourself.',
    /** What a state means, where one word does not say it. */
    about: {
      fulfilling: 'It is on its way to you. There is nothing you need to do.',
      failed: 'Handing it over did not work. If it stays like this, ask the community’s team.',
      unknown: 'It is not certain that it reached you. If it did not, ask the community’s team.',
      expired: 'Its time is over, so it can no longer be used.',
      revoked: 'The community took it back.',
    },
    problems: {
      elsewhere: say('You have claimed this already', 'It was claimed on another page or device.'),
      notNow: say('This cannot be claimed now', 'Wait a moment, then try again.'),
      withdrawn: say('This is no longer given', 'Nothing was claimed.'),
      signedOut: say('You are signed out', 'Sign in, then claim it again.'),
      forbidden: say('This is for members', 'Join the community, then claim it again.'),
      limited: (seconds: number | null) =>
        say('Too many requests', `Wait ${seconds ? `${full(seconds)} s` : 'a moment'}, then claim it again.`),
      refused: say('This could not be claimed', 'Reload the page, then try again.'),
      unanswered: say('The server did not answer', 'Nothing was claimed. Try again.'),
      unsure: say('The server did not answer', 'It is not certain that it was claimed: check again.'),
    },
  },

  activity: {
    title: 'Activity',
    showMore: 'Show more',
    showingMore: 'Loading',
    notShown: say('More could not be loaded', 'Wait a moment, then try again.'),
    shown: (entries: number) =>
      `${full(entries)} more ${plural(entries, { one: 'entry', other: 'entries' })}`,
    total: (xp: number) => `${full(xp)} XP in all`,
    /** What an entry is about; a creator's own sources go by their names. */
    sources: {
      chat: 'Chat message',
      reply: 'Reply',
      reaction: 'Reaction',
      reaction_received: 'Reaction received',
      lesson: 'Lesson',
      membership: 'Membership',
      payment: 'Payment',
      given: 'Given by the community',
      taken: 'Taken by the community',
      takenBack: 'Taken back',
      givenBack: 'Given back',
      reset: 'Reset',
      resetUndone: 'Reset undone',
    },
    /** `No XP: too short` */
    none: (why: string) => `No XP: ${why}`,
    /** `5 of 15: the most is 100 XP a day` */
    clipped: (xp: number, of: string, why: string) => `${full(xp)} of ${of}: ${why}`,
    range: (min: number, max: number) => `drawn from ${full(min)} to ${full(max)}`,
    repeat: (count: number, received: boolean) =>
      `reaction ${full(count)} ${received ? 'from' : 'to'} the same member`,
    joined: (parts: readonly string[]) => parts.join(', '),
    part: (percent: number) => `${full(percent)}% of it`,
    because: { refund: 'Refund', dispute: 'Disputed payment', deactivation: 'Membership ended' },
    why: {
      cooldown: (time: string | undefined) =>
        time ? `you can earn again after ${time}` : 'you had earned a moment before',
      cap: {
        source: {
          day: (xp: number) => `the most from this is ${full(xp)} XP a day`,
          week: (xp: number) => `the most from this is ${full(xp)} XP a week`,
        },
        all: {
          day: (xp: number) => `the most is ${full(xp)} XP a day`,
          week: (xp: number) => `the most is ${full(xp)} XP a week`,
        },
      },
      bank: 'you earned a lot from this lately, and it recovers with time',
      'source-off': 'this earns nothing here',
      'too-short': (characters: number | undefined) =>
        characters ? `shorter than ${full(characters)} characters` : 'too short',
      'no-xp-experience': 'nothing is earned in this place',
      'no-xp-member': 'you earn nothing here',
    },
  },
});

/** What every language says later. */
export type MoreMessages = ReturnType<typeof enMore>;
