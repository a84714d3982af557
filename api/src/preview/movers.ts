import type { Preview } from '@wee5/contract';
import type { Standing } from './standings.ts';

type Mover = Preview['replay']['movers'][number];

const MOST = 50;

/** Who moves most: by places on the all-time board, then by XP. Ranks are 1-2-2-4; null without XP or off the boards. */
export function findMovers(standings: Standing[]): Mover[] {
  const before = ranksOf(standings, ({ xpBefore }) => xpBefore);
  const after = ranksOf(standings, ({ xpAfter }) => xpAfter);
  const last = standings.length + 1;
  const moves = standings
    .map((standing) => toMover(standing, { rankBefore: before(standing), rankAfter: after(standing) }))
    .filter((mover) => placesOf(mover, last) > 0 || mover.xpBefore !== mover.xpAfter || hasNewLevel(mover));
  return moves.toSorted((one, other) => compare(one, other, last)).slice(0, MOST);
}

function toMover({ member, ...standing }: Standing, ranks: Pick<Mover, 'rankBefore' | 'rankAfter'>): Mover {
  const { userId, displayName, username } = member;
  return { userId, displayName, username, ...standing, ...ranks };
}

function ranksOf(standings: Standing[], xpOf: (standing: Standing) => number) {
  const onBoard = standings.filter((standing) => !standing.member.excluded && xpOf(standing) > 0);
  const ranks = new Map<number, number>();
  Float64Array.from(onBoard, xpOf)
    .toSorted((one, other) => other - one)
    .forEach((xp, index) => ranks.has(xp) || ranks.set(xp, index + 1));
  return (standing: Standing) => (standing.member.excluded ? null : (ranks.get(xpOf(standing)) ?? null));
}

function placesOf({ rankBefore, rankAfter }: Mover, last: number): number {
  return Math.abs((rankBefore ?? last) - (rankAfter ?? last));
}

function hasNewLevel({ levelBefore, levelAfter }: Mover): boolean {
  return levelBefore !== levelAfter;
}

function compare(one: Mover, other: Mover, last: number): number {
  const places = placesOf(other, last) - placesOf(one, last);
  return places || Math.abs(other.xpAfter - other.xpBefore) - Math.abs(one.xpAfter - one.xpBefore);
}
