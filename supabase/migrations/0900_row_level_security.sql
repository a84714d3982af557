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
