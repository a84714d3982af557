import type { Leaderboard, Reward } from '@wee5/client';
import { badges, reward } from '../../widgets/testing/samples.ts';

/** How much of all XP came in a window. */
export const shares = { all: 1, month: 0.34, week: 0.11, day: 0.03 };
const lengths = { month: 30, week: 7, day: 1 };

/** What the levels of a demo community give. */
export const gifts: Reward[] = [
  ...badges(1).map((badge) => ({ ...badge, levelRequirement: 1, name: 'First steps' })),
  reward(3, { name: 'Insider', description: 'A role and its colour in chat' }),
  reward(8, { type: 'badge', name: 'Steady hand', description: 'A badge beside your name' }),
  reward(12, { type: 'custom', name: 'Strategy call', description: '30 minutes with the team' }),
  reward(13, { name: 'Inner circle', description: 'The private channels' }),
  reward(35, { type: 'custom', name: 'Lifetime access' }),
];

/** A window that is half over. */
export function windowOf(kind: keyof typeof shares): Leaderboard['window'] {
  if (kind === 'all') return { kind, startsAt: null, endsAt: null };
  const half = (lengths[kind] * 86_400_000) / 2;
  const at = (offset: number) => new Date(Date.now() + offset).toISOString();
  return { kind, startsAt: at(-half), endsAt: at(half) };
}
