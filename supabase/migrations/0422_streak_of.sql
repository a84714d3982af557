create function public.streak_of(
  community_id text, user_id text, at timestamptz,
  out days integer, out freezes integer, out frozen_days integer, out ends_at timestamptz
)
language plpgsql stable security invoker
set search_path = ''
as $$
declare
  v_zone text := public.streak_zone(community_id, user_id);
  v_now timestamp := at at time zone v_zone;
  v_rules jsonb;
  v_grace interval;
  v_freeze_every integer;
  v_most_freezes integer;
  v_day date;
  v_last date;
begin
  select x.rules -> 'streaks' into v_rules
  from public.xp_configurations x where x.community_id = streak_of.community_id;
  v_grace := make_interval(hours => coalesce((v_rules ->> 'graceHours')::integer, 0));
  v_freeze_every := coalesce((v_rules ->> 'freezeEveryDays')::integer, 0);
  v_most_freezes := coalesce((v_rules ->> 'maxFreezes')::integer, 2);
  days := 0;
  freezes := 0;

  for v_day in
    select s.day from public.streak_days s
    where s.community_id = streak_of.community_id and s.user_id = streak_of.user_id and s.day <= v_now::date
    order by s.day
  loop
    if v_day - v_last - 1 <= freezes then
      days := days + 1;
      freezes := freezes - (v_day - v_last - 1);
    else
      -- A streak that ended took its freezes with it.
      days := 1;
      freezes := 0;
    end if;
    if v_freeze_every > 0 and days % v_freeze_every = 0 then
      freezes := least(freezes + 1, v_most_freezes);
    end if;
    v_last := v_day;
  end loop;

  -- Today is not over, nor is the day before within its grace.
  frozen_days := greatest((v_now - v_grace)::date - v_last - 1, 0);
  if v_last is null or frozen_days > freezes then
    days := 0;
    freezes := 0;
    frozen_days := 0;
  else
    ends_at := (v_last + 2 + freezes + v_grace) at time zone v_zone;
    freezes := freezes - frozen_days;
  end if;
end
$$;

comment on function public.streak_of is
  'A member''s streak at a time: days with XP in a row, where a missed day uses up a freeze; freezes left; the missed days they hold it over by now; and when it ends without more XP.';
