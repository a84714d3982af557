import { rows, run } from '../support/index.ts';
import type { TestCommunity } from '../support/index.ts';

export interface Streak {
  days: number;
  freezes: number;
  frozen_days: number;
  ends_at: string | null;
}

/** Ana's streak at an instant. */
export async function streakOf(club: TestCommunity, at: string): Promise<Streak> {
  const [found] = await rows<Streak>(
    `select s.days, s.freezes, s.frozen_days, public.iso_time(s.ends_at) as ends_at
     from public.streak_of($1, 'ana', $2) s`,
    [club.id, at],
  );
  return found as Streak;
}

/** Notes days on which ana earned, as awards would. */
export async function earnOn(club: TestCommunity, days: string[]): Promise<void> {
  await run(
    `insert into public.streak_days (community_id, user_id, day)
     select $1, 'ana', d::date from jsonb_array_elements_text($2) d on conflict do nothing`,
    [club.id, JSON.stringify(days)],
  );
}

/** `november(18, 20)`: those days of November 2026. */
export const november = (...days: number[]): string[] =>
  days.map((day) => `2026-11-${String(day).padStart(2, '0')}`);
