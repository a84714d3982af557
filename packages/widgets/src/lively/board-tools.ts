import { html, nothing, svg, type SVGTemplateResult } from 'lit';
import { moreWords } from '../messages/more-words.ts';
import { draw } from './draw.ts';
import { entriesOf, hasMore, pagesOf, showMore } from './board-pages.ts';
import type { BoardStage } from './board-stage.ts';

const paths = {
  more: svg`<path d="m3.5 6 4.5 4.5L12.5 6"/>`,
  aroundYou: svg`<circle cx="8" cy="8" r="4.25"/><path d="M8 1.5v2.25M8 12.25v2.25M1.5 8h2.25M12.25 8h2.25M8 8v.01"/>`,
  top: svg`<path d="M3.5 2.5h9M8 13.5v-8M4 9l4-4 4 4"/>`,
};

/** Boards on which the reader has gone to their place and may go back and forth. */
const switched = new WeakSet<BoardStage>();

/** “Around you” where the reader is further down than the rows, and “Show more” where there is more. */
export function boardTools(stage: BoardStage) {
  return html`<div class="tools">${renderSwitch(stage)}${renderMore(stage)}</div>`;
}

function renderSwitch(stage: BoardStage) {
  const { aroundYou, top } = moreWords(stage.language).board;
  const isAround = stage.around === 'me';
  if (!isAround && (stage.around || !(switched.has(stage) || isFarDown(stage)))) return nothing;
  const turn = () => {
    switched.add(stage);
    stage.around = isAround ? undefined : 'me';
  };
  return tool({
    path: isAround ? paths.top : paths.aroundYou,
    text: isAround ? top : aroundYou,
    press: turn,
  });
}

function isFarDown(stage: BoardStage): boolean {
  const { me } = stage.feed.data!;
  return !!me && !entriesOf(stage).some(({ userId }) => userId === me.userId);
}

function renderMore(stage: BoardStage) {
  if (!hasMore(stage)) return nothing;
  const { retry, board } = moreWords(stage.language);
  const { failed, before } = pagesOf(stage);
  return tool({
    path: paths.more,
    text: failed ? retry : board.showMore,
    press: () => showMore(stage),
    isBusy: before !== undefined,
  });
}

interface Tool {
  path: SVGTemplateResult;
  text: string;
  press: () => void;
  isBusy?: boolean;
}

function tool({ path, text, press, isBusy }: Tool) {
  return html`<button
    class="tool"
    part="button"
    title=${text}
    aria-disabled=${isBusy ? 'true' : nothing}
    @click=${press}
  >
    ${draw(path)}<span>${text}</span>
  </button>`;
}
