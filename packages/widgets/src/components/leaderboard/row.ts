import type { LeaderboardEntry } from '@wee5/client';
import { html, nothing } from 'lit';
import { avatar } from '../../internal/avatar.ts';
import { nameOf } from '../../internal/names.ts';
import type { Language } from '../../messages/language.ts';

export interface RowLook {
  language: Language;
  /** Names the row for whatever moves it; another one for the same member on another board. */
  key: string;
  /** Whether there is a member in it yet. */
  isKnown: boolean;
  isMe: boolean;
  isOwn: boolean;
  onPodium: boolean;
  /** What the number at the end says. */
  xpText: (xp: number) => string;
  /** What only the lively part shows: the arrow of a move, the XP as a part of the most. */
  arrow: unknown;
  share: unknown;
}

export function renderRow(entry: LeaderboardEntry, look: RowLook) {
  const { language, isKnown, isMe, isOwn } = look;
  const { board, level } = language.messages;
  const { full, compact, initial } = language;
  const { rank, gain, xp } = entry;
  const name = nameOf(entry, language);
  const value = gain ?? xp;
  return html`<tr
    role="row"
    data-id=${look.key}
    class="${isOwn ? 'own ' : ''}${look.onPodium ? `step s${rank}` : ''}"
    part="row ${isOwn ? 'own-row' : ''}"
  >
    <td role="cell" class="rank" part="rank">
      <span class="t place p${rank}" title=${full(rank)}>${compact(rank)}</span>
    </td>
    <td role="cell" class="member">
      ${avatar(entry.avatarUrl, isKnown ? initial(name) : ' ')}
      <bdi class="name cut" part="name" title=${name}><span class="t">${name}</span></bdi>
      ${isMe ? html`<span class="you small quiet">${board.you}</span>` : nothing} ${look.arrow}
    </td>
    <td role="cell" class="level" part="level">
      <span class="t"><span class="unit">${level} </span>${full(entry.level)}</span>
    </td>
    <td role="cell" class="xp" part="xp">
      ${look.share}<span class="t" title=${full(value)} data-xp=${isKnown ? value : nothing}
        >${look.xpText(value)}</span
      >
    </td>
  </tr>`;
}
