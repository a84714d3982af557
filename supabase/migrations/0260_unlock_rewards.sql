create function public.unlock_rewards(changes public.member_change[]) returns jsonb
language plpgsql volatile security invoker
set search_path = ''
as $$
declare
  v_unlocked jsonb;
begin
  with unlocked as (
    insert into public.user_rewards as ur (community_id, user_id, reward_id, unlocked_at)
    select m.community_id, m.user_id, r.id, m.reached_at
    from unnest(changes) m
    join public.rewards r on r.community_id = m.community_id and r.level_requirement <= m.level
      and r.archived_at is null
    join public.xp_configurations x on x.community_id = m.community_id
    -- Where everybody begins nobody rises to: level 0, or more where a curve begins at 0 XP.
    where m.level > m.previous_level or r.level_requirement <= width_bucket(0, x.level_thresholds)
    order by m.community_id, m.user_id, r.id
    on conflict do nothing
    returning ur.*
  )
  select coalesce(jsonb_agg(to_jsonb(u)), '[]') into v_unlocked from unlocked u;
  return v_unlocked;
end
$$;

comment on function public.unlock_rewards is
  'Gives members who rose every reward of their level that they do not have yet, and newcomers those of the level where everybody begins; returns what is new.';
