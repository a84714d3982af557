-- Times leave the database as ISO 8601 in UTC, whatever the session's time zone and date style.

create function public.iso_time(at timestamptz) returns text
language sql stable strict security invoker
set search_path = ''
as $$
  select to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
$$;

comment on function public.iso_time is 'Milliseconds, as in 2026-11-20T18:04:05.000Z.';

create function public.exact_iso_time(at timestamptz) returns text
language sql stable strict security invoker
set search_path = ''
as $$
  select to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
$$;

comment on function public.exact_iso_time is 'Microseconds: reading it back gives the same instant, which a cursor needs.';
