import type { RankCard } from '@wee5/client';
import { LeveledUpEvent } from '../events/leveled-up.ts';
import { RankChangedEvent } from '../events/rank-changed.ts';
import { moreWords } from '../messages/more-words.ts';
import { say } from './announcer.ts';
import { show } from './moments.ts';
import type { Stage } from './stage.ts';

const arrowTime = 4_000;
const levelUpTime = 6_000;
const gainTime = 2_400;

/** Shows and tells what is new about a member: XP gained (`gain`), a level reached (`level`), places gained or lost (`move`). */
export function cardChanged(
  stage: Stage,
  card: RankCard,
  { before, isOwn }: { before: RankCard; isOwn: boolean },
): void {
  if (before.userId !== card.userId) return;
  const { userId, level, rank } = card;
  const gain = card.xp - before.xp;
  // XP that come while some are on show are told with them.
  if (gain > 0) show(stage, 'gain', gain + (stage.moments.get('gain') ?? 0), gainTime);
  if (level > before.level) {
    const { youReached, reached } = moreWords(stage.language).moves;
    show(stage, 'level', level, levelUpTime);
    say(stage, (isOwn ? youReached : reached)(level), isOwn);
    stage.dispatchEvent(new LeveledUpEvent({ userId, level, previousLevel: before.level }));
  }
  if (rank && before.rank && rank !== before.rank) {
    show(stage, 'move', before.rank - rank, arrowTime);
    stage.dispatchEvent(new RankChangedEvent({ userId, rank, previousRank: before.rank }));
  }
  stage.requestUpdate();
}
