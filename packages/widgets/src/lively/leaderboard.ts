import type { Leaderboard, LeaderboardEntry } from '@wee5/client';
import { RankChangedEvent } from '../events/rank-changed.ts';
import { nameOf } from '../internal/names.ts';
import { moreWords } from '../messages/more-words.ts';
import { say } from './announcer.ts';
import { show } from './moments.ts';
import { keepFallen, tellAdded } from './board-pages.ts';
import type { BoardStage } from './board-stage.ts';

const arrowTime = 4_000;

/** Shows who has moved on a board, by user id, and tells the most telling move: the reader's own, else the first climb. */
export function boardChanged(stage: BoardStage, board: Leaderboard, before: Leaderboard): void {
  keepFallen(stage, board, before);
  tellAdded(stage);
  stage.requestUpdate();
  // The next week begins with new ranks: nobody has moved.
  if (board.window.startsAt !== before.window.startsAt) return;
  const ranks = new Map(everyone(before).map(({ userId, rank }) => [userId, rank]));
  const moved = everyone(board)
    .map((entry) => ({ entry, previousRank: ranks.get(entry.userId) ?? entry.rank }))
    .filter(({ entry, previousRank }) => previousRank !== entry.rank);
  for (const { entry, previousRank } of moved) {
    const { userId, rank } = entry;
    show(stage, userId, previousRank - rank, arrowTime);
    stage.dispatchEvent(new RankChangedEvent({ userId, rank, previousRank }));
  }
  const own = moved.find(({ entry }) => entry.userId === board.me?.userId);
  const told = own ?? moved.find(({ entry, previousRank }) => previousRank > entry.rank);
  if (told) tell(stage, told.entry, own && told.previousRank > told.entry.rank);
}

/** @param ownClimbs - undefined for another member's move */
function tell(stage: BoardStage, entry: LeaderboardEntry, ownClimbs: boolean | undefined): void {
  const { youMoved, memberMoved } = moreWords(stage.language).moves;
  if (ownClimbs === undefined) say(stage, memberMoved(nameOf(entry, stage.language), entry.rank));
  else say(stage, youMoved(entry.rank, ownClimbs), true);
}

/** The entries of the page, and the reader's own where it is not among them. */
function everyone({ entries, me }: Leaderboard): LeaderboardEntry[] {
  return me && !entries.some(({ userId }) => userId === me.userId) ? [...entries, me] : entries;
}
