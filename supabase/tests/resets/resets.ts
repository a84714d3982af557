import { randomUUID } from 'node:crypto';
import type { ResetRow } from '../../../api/src/database/functions.ts';
import { functions, instant, rows, run } from '../support/index.ts';
import type { TestCommunity } from '../support/index.ts';

interface ResetOptions {
  userId?: string;
  at?: string;
  resetId?: string;
}

/** Resets everybody, or one member. */
export function reset(club: TestCommunity, options: ResetOptions = {}): Promise<ResetRow | null> {
  const { userId = null, at = '12:00:00', resetId = randomUUID() } = options;
  const wanted = { communityId: club.id, resetId, userId, reason: 'New season', by: 'user_owner' };
  return functions.makeReset({ ...wanted, at: instant(at) });
}

export function undo(club: TestCommunity, made: ResetRow | null, at = '13:00:00') {
  const resetId = made?.resetId ?? '';
  return functions.undoReset({ communityId: club.id, resetId, by: 'user_owner', at: instant(at) });
}

/** What a member has, beside what the log says they have. */
export async function standing(club: TestCommunity, userId: string) {
  const [found] = await rows<{
    xp: number;
    peak_xp: number;
    level: number;
    logged: number;
    reached_at: string;
  }>(
    `select u.xp, u.peak_xp, u.level, public.iso_time(u.reached_at) as reached_at,
       (select coalesce(sum(l.xp_awarded), 0) from public.activity_log l
        where l.community_id = u.community_id and l.user_id = u.id) as logged
     from public.users u where u.community_id = $1 and u.id = $2`,
    [club.id, userId],
  );
  return found;
}

export async function resetEntries(club: TestCommunity) {
  return rows<{ user_id: string; key: string; xp_awarded: number; receipt: Record<string, unknown> }>(
    `select user_id, key, xp_awarded, receipt from public.activity_log
     where community_id = $1 and activity_type = 'reset' order by booking`,
    [club.id],
  );
}

export async function keepLevels(club: TestCommunity): Promise<void> {
  await run(`update public.xp_configurations set demotion = 'keep' where community_id = $1`, [club.id]);
}
