import type { RankCard } from '@wee5/client';
import type { Language } from '../messages/language.ts';
import { moreWords } from '../messages/more-words.ts';

const day = 86_400_000;
const minute = 60_000;

/** What to know about a streak beside its length: in a few words, and as a whole sentence where they are too few. */
export function streakWords(
  card: Pick<RankCard, 'streak' | 'streakDays'>,
  language: Language,
  { isOwn, now }: { isOwn: boolean; now: number },
): { short: string; long: string } | undefined {
  const { streak, streakDays } = card;
  const { card: words } = moreWords(language);
  const left = streak?.endsAt ? Date.parse(streak.endsAt) - now : 0;
  if (!streak || !streakDays || left <= 0) return undefined;
  if (isOwn && left < day) {
    const time = lastMinute(streak.endsAt!, language);
    return { short: words.earnBy(time), long: words.keepStreak(time) };
  }
  const short = restWords(streak, words, isOwn);
  return short ? { short, long: short } : undefined;
}

function restWords(
  { freezes, frozenDays }: NonNullable<RankCard['streak']>,
  words: ReturnType<typeof moreWords>['card'],
  isOwn: boolean,
): string | undefined {
  if (frozenDays) return words.frozen(frozenDays);
  if (freezes) return words.freezes(freezes);
  return isOwn ? words.kept : undefined;
}

/** A streak that ends at midnight is kept until 11:59 PM: “12:00 AM” would be read as the night before. */
function lastMinute(endsAt: string, { language }: Language): string {
  const format = new Intl.DateTimeFormat(language, { hour: 'numeric', minute: '2-digit' });
  return format.format(Date.parse(endsAt) - minute);
}
