import type { LeaderboardEntry } from '@wee5/client';
import { html, nothing } from 'lit';

/** A member's number as a bar beside that of the first, on boards that are wide enough for it. */
export function share(entry: LeaderboardEntry, first: LeaderboardEntry) {
  const most = first.gain ?? first.xp;
  if (first.rank !== 1 || most <= 0) return nothing;
  const part = Math.max(0, (entry.gain ?? entry.xp) / most);
  return html`<svg class="share" aria-hidden="true">
    <rect width="${part * 100}%" height="100%" rx="2"></rect>
  </svg>`;
}
