import type { Leaderboard } from '@wee5/client';
import { html } from 'lit';
import { moreWords } from '../messages/more-words.ts';
import type { Language } from '../messages/language.ts';
import type { BoardStage } from './board-stage.ts';
import { show } from './moments.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** How many members there are, and when the board's window ends or which past one it is. */
export function boardSummary(stage: BoardStage) {
  const { feed, language, communityFeed } = stage;
  const { total, window } = feed.data!;
  const members = language.messages.board.total(total);
  const when = windowText(window, language, communityFeed.data?.timeZone);
  if (!when) return members;
  // Says so again when it is no longer true.
  show(stage, 'window', 0, minute);
  return html`${members} · <span class="when">${when}</span>`;
}

function windowText(
  { startsAt, endsAt }: Leaderboard['window'],
  language: Language,
  timeZone: string | undefined,
): string | undefined {
  if (!startsAt || !endsAt) return undefined;
  const [start, end] = [Date.parse(startsAt), Date.parse(endsAt)];
  if (end > Date.now()) return moreWords(language).board.ends(soon(end - Date.now(), language));
  const dates = new Intl.DateTimeFormat(language.language, { dateStyle: 'medium', timeZone });
  // The end is the first instant of what follows.
  return dates.formatRange(start, end - 1);
}

function soon(left: number, { language }: Language): string {
  const times = new Intl.RelativeTimeFormat(language);
  if (left < hour) return times.format(Math.ceil(left / minute), 'minute');
  return left < 2 * day
    ? times.format(Math.round(left / hour), 'hour')
    : times.format(Math.round(left / day), 'day');
}
