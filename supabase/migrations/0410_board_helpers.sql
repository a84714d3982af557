create function public.shown_visibilities(viewer_scope text) returns text[]
language sql immutable security invoker
set search_path = ''
as $$
  select case viewer_scope
    when 'admin' then array['public', 'members', 'hidden']
    when 'members' then array['public', 'members']
    else array['public']
  end
$$;

comment on function public.shown_visibilities is 'Which members a viewer may see: everyone, the community''s members, or its admins.';

create function public.count_above(community_id text, shown text[], xp bigint) returns bigint
language sql stable security invoker
set search_path = ''
as $$
  select count(*) from public.board b
  where b.community_id = count_above.community_id
    and (-b.xp) < (-count_above.xp)
    and b.visibility = any (shown)
$$;

comment on function public.count_above is 'How many shown members have more XP; rank is one more (1-2-2-4).';

create function public.board_entry(member public.board, viewer_scope text, rank bigint, level_thresholds bigint[]) returns jsonb
language sql stable security invoker
set search_path = ''
as $$
  select jsonb_build_object(
    'rank', rank,
    'userId', member.user_id,
    'xp', member.xp,
    'level', width_bucket(member.xp, level_thresholds)
  ) || public.shown_identity(viewer_scope, member.pseudonym, member.username, member.display_name, member.avatar_url)
$$;

comment on function public.board_entry is 'One row of a board as the HTTP contract names its fields.';
