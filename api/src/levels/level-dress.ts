import type { CommunityLevel, RankCard } from '@wee5/contract';
import type { CommunityRow } from '../database/functions.ts';

type Dressed = Pick<CommunityRow, 'levels' | 'levelThresholds'>;

/** The levels of a community with their names and pictures; level 0 where it has one of them. */
export function toLevels({ levels, levelThresholds }: Dressed): CommunityLevel[] {
  const dress = new Map(levels.map(({ level, ...rest }) => [level, rest]));
  const all = [0, ...levelThresholds].map((xp, level) => ({
    level,
    name: dress.get(level)?.name ?? null,
    xp,
    badgeUrl: dress.get(level)?.badgeUrl ?? null,
  }));
  return dress.has(0) ? all : all.slice(1);
}

/** The name and picture of one level. */
export function dressOf({ levels }: Dressed, level: number): Pick<RankCard, 'levelName' | 'badgeUrl'> {
  const dress = levels.find((one) => one.level === level);
  return { levelName: dress?.name ?? null, badgeUrl: dress?.badgeUrl ?? null };
}
