create function public.find_counterparts(awards public.award[]) returns public.award[]
language plpgsql stable security invoker
set search_path = ''
as $$
declare
  v_awards public.award[] := awards;
  v_answered record;
begin
  for v_answered in
    select
      a.ordinality as place, e.user_id,
      -- Whoever is new in this very call is in no row yet.
      least(u.joined_at, (
        select min(least(b.at, b.joined_at)) from unnest(awards) b
        where b.community_id = a.community_id and b.user_id = e.user_id and b.at <= a.at
      )) as joined_at
    from unnest(awards) with ordinality a
    join public.processed_events e
      on e.community_id = a.community_id and e.key_hash = sha256(convert_to(a.reply_to_key, 'UTF8'))
      and e.user_id <> a.user_id
    left join public.users u on u.community_id = e.community_id and u.id = e.user_id
    where a.reply_to_key is not null and a.outcome is distinct from 'duplicate'
  loop
    v_awards[v_answered.place].counterpart_id := v_answered.user_id;
    v_awards[v_answered.place] := public.apply_newcomer_bonus(v_awards[v_answered.place], v_answered.joined_at);
  end loop;
  return v_awards;
end
$$;

comment on function public.find_counterparts is
  'Whom replies answer: the author of the message, where they are known and somebody else. Adds the bonus for newcomers.';

create function public.apply_newcomer_bonus(award public.award, author_joined_at timestamptz) returns public.award
language plpgsql immutable security invoker
set search_path = ''
as $$
begin
  if award.outcome is null and award.newcomer_xp > 0 and author_joined_at <= award.at
    and award.at - author_joined_at < make_interval(hours => 24 * award.newcomer_days)
  then
    award.xp := award.xp + award.newcomer_xp;
    award.receipt := coalesce(award.receipt, '{}')
      || jsonb_build_object('bonus', jsonb_build_object('name', 'newcomer', 'xp', (award.limits).newcomer_bonus));
  end if;
  return award;
end
$$;

comment on function public.apply_newcomer_bonus is
  'Adds what scoring says an answer to a newcomer is worth more; the receipt names it before multipliers.';
