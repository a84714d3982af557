create function public.claim_integrity_check(at timestamptz, since timestamptz, skipping jsonb) returns jsonb
language sql volatile security invoker
set search_path = ''
as $$
  update public.service_state s
  set checking_until = claim_integrity_check.at + interval '15 minutes'
  from (
    select c.id
    from public.communities c
    left join lateral (
      select max(i.checked_at) as at from public.integrity_checks i where i.community_id = c.id
    ) last on true
    where (last.at is null or last.at < claim_integrity_check.since) and not skipping ? c.id
    order by last.at nulls first, c.id
    limit 1
  ) due
  where s.checking_until is null or s.checking_until <= claim_integrity_check.at
  returning to_jsonb(due.id)
$$;

comment on function public.claim_integrity_check is
  'Gives one caller, for 15 minutes, the community that was checked longest ago and not since a time (without those to be skipped); null where none is due or another has one.';

create function public.save_integrity_check(integrity_check jsonb) returns jsonb
language sql volatile security invoker
set search_path = ''
as $$
  with saved as (
    insert into public.integrity_checks (community_id, checked_at, ok, members, report)
    select
      c.id, r."checkedAt", r.ok, r.members,
      jsonb_build_object('counts', r.counts, 'mismatches', r.mismatches)
    from jsonb_to_record(integrity_check) as r (
      "communityId" text, "checkedAt" timestamptz, ok boolean, members integer, counts jsonb, mismatches jsonb)
    join public.communities c on c.id = r."communityId"
    on conflict do nothing
  )
  select 'null'::jsonb
$$;

comment on function public.save_integrity_check is 'Keeps what a check found; of a community that is gone, nothing.';

create function public.release_integrity_check() returns jsonb
language sql volatile security invoker
set search_path = ''
as $$
  update public.service_state s set checking_until = null
  returning 'null'::jsonb
$$;

comment on function public.release_integrity_check is 'Lets the next community be claimed at once.';
