import type { LeaderboardEntry } from '@wee5/client';
import { html, nothing } from 'lit';
import { avatar } from '../../internal/avatar.ts';
import { nameOf } from '../../internal/names.ts';
import type { BoardStage, RowExtras } from '../../lively/board-stage.ts';

/**
 * One member's row.
 * @param step - the class of a place on the podium
 * @param extras - what only the lively part shows
 */
export function renderRow(board: BoardStage, entry: LeaderboardEntry, step: string, extras?: RowExtras) {
  const { language, around } = board;
  const { data } = board.feed;
  const { rank, xp, gain = xp } = entry;
  const { messages, full } = language;
  const name = nameOf(entry, language);
  const ids = [entry.userId, entry.publicId];
  const isOwn = [data?.me?.userId, around].some((id) => id && ids.includes(id));
  return html`<tr
    role="row"
    data-id=${extras?.key ?? nothing}
    class="${isOwn ? 'own' : ''} ${step}"
    part="row ${isOwn ? 'own-row' : ''}"
  >
    <td role="cell" class="rank" part="rank">
      <span class="t place p${rank}" title=${full(rank)}>${language.compact(rank)}</span>
    </td>
    <td role="cell" class="member">
      ${avatar(entry.avatarUrl, data ? language.initial(name) : ' ')}
      <bdi class="name cut" part="name" title=${name}><span class="t">${name}</span></bdi>
      ${extras?.beside}
    </td>
    <td role="cell" class="level" part="level">
      <span class="t"><span class="unit">${messages.level} </span>${full(entry.level)}</span>
    </td>
    <td role="cell" class="xp" part="xp">
      ${extras?.share}<span class="t" title=${full(gain)} data-xp=${extras?.xp ?? nothing}
        >${board.xpText(gain)}</span
      >${extras?.unit}
    </td>
  </tr>`;
}
