import type { LeaderboardEntry } from '@wee5/client';
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { moreWords } from '../messages/more-words.ts';
import { arrow } from './arrow.ts';
import type { BoardStage, RowExtras } from './board-stage.ts';
import { share } from './share.ts';

/** Rows that know whose they are: a member who moves takes their row along. */
export function boardRows(
  stage: BoardStage,
  entries: LeaderboardEntry[],
  row: (entry: LeaderboardEntry, index: number, extras: RowExtras) => unknown,
) {
  const { board, window } = stage.feed.data ?? {};
  // Another board, or the next week, has rows of its own: nobody has moved from one to the other.
  const key = ({ userId }: LeaderboardEntry) => [board, window?.kind, window?.startsAt, userId].join(' ');
  return repeat(entries, key, (entry, index) =>
    row(entry, index, {
      key: key(entry),
      xp: stage.feed.data && (entry.gain ?? entry.xp),
      beside: [you(stage, entry), arrow(stage, entry.userId)],
      unit: html`<span class="unit"> ${stage.language.messages.board.xp}</span>`,
      share: share(entry, entries[0]!),
    }),
  );
}

function you({ feed: { data }, language }: BoardStage, { userId }: LeaderboardEntry) {
  if (userId !== data?.me?.userId) return nothing;
  return html`<span class="you small quiet">${moreWords(language).board.you}</span>`;
}
