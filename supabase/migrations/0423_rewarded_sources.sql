create function public.rewarded_sources(configuration public.xp_configurations) returns setof text
language sql immutable security invoker
set search_path = ''
as $$
  with rules as (
    select s.key as source, s.value as rule from jsonb_each(coalesce(configuration.rules -> 'sources', '{}')) s
    union all
    select 'event.' || e.key, e.value from jsonb_each(coalesce(configuration.rules -> 'events', '{}')) e
  ),
  worth as (
    select r.source, coalesce(r.rule #>> '{xp,max}', r.rule ->> 'xp', r.rule ->> 'xpPerUnit')::numeric as most from rules r
  )
  select d.source
  from (values
    ('chat', configuration.chat_xp), ('reply', configuration.reply_xp), ('reaction', configuration.reaction_xp)
  ) d (source, xp)
  left join worth w using (source)
  where coalesce(w.most, d.xp) > 0
  union all
  select w.source from worth w where w.most > 0 and w.source not in ('chat', 'reply', 'reaction')
$$;

comment on function public.rewarded_sources is 'The sources that are worth something.';
