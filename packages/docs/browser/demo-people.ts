import { levelOf, names } from '../../widgets/testing/samples.ts';

/** A community to try widgets with. */
export interface DemoCommunity {
  name: string;
  /** How many members it says it has; those that are shown are fewer. */
  total: number;
  /** The XP of who is first; each next one has a little less. */
  most: number;
  members: number;
  /** Where the reader stands when they come. */
  ownRank: number;
}

export const communities: Record<string, DemoCommunity> = {
  busy: { name: 'Northwind Traders Club', total: 1_204, most: 9_840, members: 40, ownRank: 3 },
  new: { name: 'The quiet corner', total: 3, most: 240, members: 3, ownRank: 2 },
  large: { name: 'Everybody under one roof', total: 148_210, most: 12_345_678, members: 40, ownRank: 7 },
};

export interface Person {
  userId: string;
  displayName: string;
  xp: number;
}

export const ownId = 'user_me';

/** The members of a demo community, the reader among them. */
export function peopleOf({ most, members, ownRank }: DemoCommunity): Person[] {
  return Array.from({ length: members }, (_, index) => {
    const isReader = index === ownRank - 1;
    return {
      userId: isReader ? ownId : `user_${index}`,
      displayName: isReader ? 'Noor Haddad' : nameAt(index),
      xp: Math.round(most * 0.88 ** index),
    };
  });
}

/** Names come again with another initial behind them. */
function nameAt(index: number): string {
  const name = names[index % names.length]!;
  const round = Math.floor(index / names.length);
  return round === 0 ? name : `${name.split(' ')[0]} ${'KMBT'[round]}.`;
}

/** What the levels give whom, by the level that the reader has. */
export function isReached(level: number, xp: number): boolean {
  return levelOf(xp) >= level;
}
