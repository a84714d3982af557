import type { EntryType } from '../activity.ts';

const numbers = new Intl.NumberFormat('en-US', { maximumFractionDigits: 6 });

/** `1,234` and `1.5`. */
export function numberWords(value: number): string {
  return numbers.format(value);
}

/** `+1,234`, `−49` or `0`. */
export function signed(xp: number): string {
  if (xp === 0) return '0';
  return `${xp > 0 ? '+' : '−'}${numberWords(Math.abs(xp))}`;
}

/** `2nd`, `11th`, `23rd`. */
export function ordinal(count: number): string {
  const isTeen = count % 100 >= 11 && count % 100 <= 13;
  const ending = isTeen ? undefined : { 1: 'st', 2: 'nd', 3: 'rd' }[count % 10];
  return `${numberWords(count)}${ending ?? 'th'}`;
}

const units = [
  ['d', 86_400],
  ['h', 3600],
  ['min', 60],
  ['s', 1],
] as const;

/** The two greatest units that are not 0: `23 s`, `1 min 30 s`, `2 h`. */
export function duration(seconds: number): string {
  const parts = units.flatMap(([unit, size], index) => {
    const within = units[index - 1]?.[1] ?? Infinity;
    const count = Math.floor((seconds % within) / size);
    return count > 0 ? [`${numberWords(count)} ${unit}`] : [];
  });
  return parts.slice(0, 2).join(' ') || '0 s';
}

const sources: Record<string, { one: string; many: string }> = {
  chat: { one: 'chat', many: 'chat' },
  reply: { one: 'reply', many: 'replies' },
  reaction: { one: 'reaction', many: 'reactions' },
  reaction_received: { one: 'reaction received', many: 'reactions received' },
  lesson: { one: 'lesson', many: 'lessons' },
  membership: { one: 'membership', many: 'memberships' },
  payment: { one: 'payment', many: 'payments' },
};

/** What a source is called: one activity of it, and all of them. A creator's own is called by its name. */
export function sourceWords(type: EntryType): { one: string; many: string } {
  const name = type.replace(/^event\./, '');
  return (name === type ? sources[type] : undefined) ?? { one: name, many: name };
}

/** `earns` after `chat`, `earn` after `replies`. */
export function earn({ one, many }: { one: string; many: string }): string {
  return one === many ? 'earns' : 'earn';
}
