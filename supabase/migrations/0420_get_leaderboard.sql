create function public.get_leaderboard(
  community_id text, viewer_scope text, viewer_id text, page_limit integer, after jsonb, around_user_id text
) returns jsonb
language plpgsql stable security invoker
set search_path = ''
as $$
declare
  v_shown text[] := public.shown_visibilities(viewer_scope);
  v_community public.communities;
  v_thresholds bigint[];
  v_centre public.board;
  v_page public.board[];
  v_more boolean;
  v_place_of_first bigint;
  v_rank_of_first bigint;
begin
  select c.* into v_community from public.communities c where c.id = get_leaderboard.community_id;
  if not found then
    return null;
  end if;
  select x.level_thresholds into v_thresholds
  from public.xp_configurations x where x.community_id = v_community.id;

  if around_user_id is not null then
    select b.* into v_centre from public.board b
    where b.community_id = v_community.id and b.user_id = around_user_id and b.visibility = any (v_shown);
    v_page := case when v_centre.user_id is null then '{}' else public.board_page_around(v_centre, v_shown, page_limit) end;
  elsif after is not null then
    v_page := public.board_page_after(
      v_community.id, v_shown, (after ->> 'xp')::bigint, (after ->> 'reachedAt')::timestamptz, after ->> 'userId',
      page_limit + 1);
  else
    v_page := public.board_page_after(v_community.id, v_shown, null, null, null, page_limit + 1);
  end if;

  v_more := cardinality(v_page) > page_limit;
  v_page := v_page[1:page_limit];
  if cardinality(v_page) > 0 then
    v_rank_of_first := 1 + public.count_above(v_community.id, v_shown, v_page[1].xp);
    v_place_of_first := v_rank_of_first + public.count_tied_before(v_page[1], v_shown);
  end if;

  return (
    select jsonb_build_object(
      'total', public.count_above(v_community.id, v_shown, 0),
      'version', v_community.version,
      'entries', coalesce(jsonb_agg(public.board_entry(
        p.member, viewer_scope,
        case
          when (p.member).xp = v_page[1].xp then v_rank_of_first
          else v_place_of_first - 1 + p.rank_in_page
        end,
        v_thresholds) order by p.ord), '[]'),
      'me', (
        select public.board_entry(b, viewer_scope, 1 + public.count_above(b.community_id, v_shown, b.xp), v_thresholds)
        from public.board b
        where b.community_id = v_community.id and b.user_id = viewer_id
      ),
      'next', case when v_more then public.board_position(v_page[page_limit]) end
    )
    from (
      select v_page[i] as member, i as ord, rank() over (order by -(v_page[i]).xp) as rank_in_page
      from generate_subscripts(v_page, 1) i
    ) p
  );
end
$$;

comment on function public.get_leaderboard is
  'The all-time board: from the top, after a position, or around a member. Order: more XP, then earlier reached, then user id; rank 1-2-2-4.';
