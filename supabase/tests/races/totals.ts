import { randomUUID } from 'node:crypto';
import type pg from 'pg';

/** Every member or log row whose total, log and periods do not fit together; none where all is whole. */
export async function contradictions(session: pg.Client): Promise<unknown[]> {
  const { rows } = await session.query(
    `select coalesce(u.id, l.user_id) as id, u.xp, l.xp as logged
     from public.users u
     full join (
       select user_id, sum(xp_awarded) as xp from public.activity_log group by user_id
     ) l on l.user_id = u.id
     where u.id is null or u.xp <> coalesce(l.xp, 0)`,
  );
  return rows;
}

export async function xpOf(session: pg.Client, userId: string): Promise<number | undefined> {
  const { rows } = await session.query<{ xp: number }>('select xp::int from public.users where id = $1', [
    userId,
  ]);
  return rows[0]?.xp;
}

export interface MadeReset {
  resetId: string;
  members: number;
  xp: number;
}

export async function reset(session: pg.Client, userId: string | null = null): Promise<MadeReset> {
  const wanted = { communityId: 'biz_race', resetId: randomUUID(), userId, reason: 'x', by: 'key:1' };
  const { rows } = await session.query<{ made: MadeReset }>('select public.make_reset($1) as made', [
    JSON.stringify({ ...wanted, at: new Date().toISOString() }),
  ]);
  return rows[0]?.made as MadeReset;
}

export async function undo(session: pg.Client, { resetId }: MadeReset): Promise<string | undefined> {
  const { rows } = await session.query<{ undone: { outcome: string } | null }>(
    `select public.undo_reset('biz_race', $1, 'key:1', now()) as undone`,
    [resetId],
  );
  return rows[0]?.undone?.outcome;
}

/** Whether there was anybody to erase. */
export async function erase(session: pg.Client, userId: string): Promise<boolean> {
  const { rows } = await session.query<{ erased: unknown }>(
    `select public.erase_member('biz_race', $1) as erased`,
    [userId],
  );
  return rows[0]?.erased !== null;
}
