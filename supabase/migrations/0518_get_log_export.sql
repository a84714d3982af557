create function public.get_log_export(community_id text, user_id text, before jsonb, page_limit integer) returns jsonb
language plpgsql stable security invoker
set search_path = ''
as $$
declare
  v_page public.activity_log[] := public.activity_page_of_member(
    community_id, user_id, null, (before ->> 'at')::timestamptz, (before ->> 'id')::uuid, page_limit + 1);
begin
  return (
    select jsonb_build_object(
      'entries', coalesce(jsonb_agg(
        public.activity_entry(v_page[i]) || jsonb_build_object('facts', (v_page[i]).facts) order by i), '[]'),
      'next', case when cardinality(v_page) > page_limit then public.activity_position(v_page[page_limit]) end
    )
    from generate_series(1, least(cardinality(v_page), page_limit)) i
  );
end
$$;

comment on function public.get_log_export is
  'A page of one member''s log, newest first, with what scoring looked at and without what names other members.';
