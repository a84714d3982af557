-- Row level security is on for every table. Where no policy follows nobody but the service reads, and no policy lets
-- anybody else write.

alter table public.communities enable row level security;
alter table public.xp_configurations enable row level security;
alter table public.users enable row level security;
alter table public.activity_log enable row level security;
alter table public.processed_events enable row level security;
alter table public.period_totals enable row level security;
alter table public.rewards enable row level security;
alter table public.user_rewards enable row level security;
alter table public.quarantined_events enable row level security;
alter table public.api_keys enable row level security;
alter table public.outbox enable row level security;
alter table public.configuration_versions enable row level security;
alter table public.community_time_zones enable row level security;
alter table public.streak_days enable row level security;
alter table public.memberships enable row level security;
alter table public.take_backs enable row level security;
alter table public.resets enable row level security;
alter table public.flags enable row level security;
alter table public.integrity_checks enable row level security;
alter table public.service_state enable row level security;
