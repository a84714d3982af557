/** Everything that moves or speaks. It comes after the first data is on show. */
import { hush } from './announcer.ts';
import { leavePages, pagesOf } from './board-pages.ts';
import { isBoard } from './board-stage.ts';
import { checkContrast } from './contrast.ts';
import { countUp } from './count-up.ts';
import { dress } from './dress.ts';
import { keepFocus, noteFocus } from './focus.ts';
import { glide, measure, type Places } from './flip.ts';
import { endMoments } from './moments.ts';
import type { Stage } from './stage.ts';

export { repeat } from 'lit/directives/repeat.js';
export { moreWords } from '../messages/more-words.ts';
export { hush, say } from './announcer.ts';
export { arrow } from './arrow.ts';
export { entriesOf } from './board-pages.ts';
export { boardRows } from './board-rows.ts';
export { boardPanel, boardTabs } from './board-tabs.ts';
export { dress } from './dress.ts';
export { renderFooter } from './footer.ts';
export { boardChanged } from './leaderboard.ts';
export { renderNotice } from './notice.ts';
export { cardExtras } from './card-extras.ts';
export { cardChanged } from './rank-card.ts';
export { rewardsChanged } from './rewards/changed.ts';
export { renderRewardImage } from './rewards/image.ts';
export { renderBar, renderRewardDetails, renderRewardState, renderShowAll } from './rewards/row.ts';

/** Before a widget renders: where its rows stand. */
export function look(stage: Stage): Places {
  dress(stage);
  noteFocus(stage);
  return measure(mayMove(stage) ? rowsOf(stage) : []);
}

/** After it has rendered: rows glide from where they stood, totals count up. */
export function move(stage: Stage, before: Places | undefined): void {
  if (before) glide(rowsOf(stage), before);
  countUp(stage);
  checkContrast(stage);
  keepFocus(stage);
}

/** When it leaves the page. */
export function leave(stage: Stage): void {
  endMoments(stage);
  hush(stage);
  if (isBoard(stage)) leavePages(stage);
}

const shown = new WeakMap<Stage, unknown[]>();

/** Only other data moves rows: whatever else is new costs no measuring. */
function mayMove(stage: Stage): boolean {
  const before = shown.get(stage);
  const now = [stage.feed.data, isBoard(stage) && pagesOf(stage).entries];
  shown.set(stage, now);
  return !before || now.some((it, index) => it !== before[index]);
}

function rowsOf({ renderRoot }: Stage): Iterable<HTMLElement> {
  return renderRoot?.querySelectorAll<HTMLElement>('tr[data-id], li[data-id]') ?? [];
}
