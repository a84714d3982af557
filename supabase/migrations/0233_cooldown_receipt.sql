create function public.cooldown_receipt(at timestamptz, eligible_at timestamptz) returns jsonb
language sql stable security invoker
set search_path = ''
as $$
  select jsonb_build_object(
    'cooldownLeft', greatest(1, ceil(extract(epoch from eligible_at - at)))::integer,
    'eligibleAt', public.iso_time(eligible_at)
  )
$$;

comment on function public.cooldown_receipt is 'What a receipt says of a cooldown: whole seconds that were left, and when they are over.';
