-- Whop tries a delivery again after 10, 20 and 40 seconds and then gives up, so a longer gap loses events for good
-- unless Whop is asked to send them again.

create function public.keep_service_alive(at timestamptz) returns jsonb
language sql volatile security invoker
set search_path = ''
as $$
  insert into public.service_state as s (alive_at, reconciled_at) values (at, at)
  on conflict (only_row) do update set
    alive_at = greatest(s.alive_at, excluded.alive_at),
    owed_since = case
      -- Two minutes more than we were away: clocks differ, and an event is older than its first failed delivery.
      when excluded.alive_at - s.alive_at > interval '30 seconds'
        then least(s.owed_since, s.alive_at - interval '2 minutes')
      else s.owed_since
    end,
    owed_noted_at = case
      when excluded.alive_at - s.alive_at > interval '30 seconds' then excluded.alive_at
      else s.owed_noted_at
    end
  returning jsonb_build_object('owedSince', public.iso_time(owed_since))
$$;

comment on function public.keep_service_alive is
  'Notes that a replica is there; after more than 30 seconds without any, what was missed is owed. Returns since when.';

create function public.claim_reconciliation(at timestamptz, every_seconds integer) returns jsonb
language sql volatile security invoker
set search_path = ''
as $$
  update public.service_state s
  set leased_until = claim_reconciliation.at + interval '15 minutes'
  where (s.leased_until is null or s.leased_until <= claim_reconciliation.at)
    and (s.owed_since is not null
      or s.reconciled_at <= claim_reconciliation.at - make_interval(secs => every_seconds))
  returning to_jsonb(public.iso_time(coalesce(s.owed_since, s.reconciled_at - interval '2 minutes')))
$$;

comment on function public.claim_reconciliation is
  'Gives one caller the reconciliation for 15 minutes where something is owed or the last one is too long ago: since when; null for everybody else.';

create function public.finish_reconciliation(reconciliation jsonb) returns jsonb
language sql volatile security invoker
set search_path = ''
as $$
  update public.service_state s
  set
    leased_until = r.at + make_interval(secs => r.pause_seconds),
    last_report = reconciliation -> 'report',
    reconciled_at = case when r.complete then r.started_at else s.reconciled_at end,
    owed_since = case
      when not r.complete then s.owed_since
      -- A gap that was noticed meanwhile is owed from where this reconciliation began.
      when s.owed_noted_at > r.started_at then r.started_at - interval '2 minutes'
    end
  from jsonb_to_record(reconciliation) as r (complete boolean, started_at timestamptz, at timestamptz, pause_seconds integer)
  returning 'null'::jsonb
$$;

comment on function public.finish_reconciliation is
  'Keeps the report and the next one from beginning before a pause is over; only a complete reconciliation settles what was owed.';
