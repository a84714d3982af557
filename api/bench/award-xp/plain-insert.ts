import type { Booking } from './meter.ts';

/** The ceiling: nothing but the log rows of these awards, in one statement. */
export const plainInsert: Booking = (client, awards) =>
  client.query(
    `insert into public.activity_log
       (community_id, user_id, activity_type, key, xp_awarded, receipt, facts, created_at, local_at, period_at)
     select "communityId", "userId", type, key, xp, receipt, facts, at, at at time zone 'UTC', at
     from jsonb_to_recordset($1) as (
       "communityId" text, "userId" text, type text, key text, xp bigint, receipt jsonb, facts jsonb, at timestamptz)`,
    [JSON.stringify(awards)],
  );
