-- A member reads what is their own, an admin everything of the community that is not the service's own. Each scalar
-- subquery is answered once per statement, so a policy costs an index condition and not a call per row.

create policy configuration_is_read_by_admins on public.xp_configurations for select to authenticated
using (community_id = (select public.viewer_community()) and (select auth.jwt() ->> 'access') = 'admin');

create policy rewards_are_read_by_those_let_in on public.rewards for select to authenticated
using (community_id = (select public.viewer_community()));

create policy member_is_read_by_themselves_and_admins on public.users for select to authenticated
using (
  community_id = (select public.viewer_community())
  and (id = (select auth.jwt() ->> 'sub') or (select auth.jwt() ->> 'access') = 'admin')
);

create policy log_is_read_by_its_member_and_admins on public.activity_log for select to authenticated
using (
  community_id = (select public.viewer_community())
  and (user_id = (select auth.jwt() ->> 'sub') or (select auth.jwt() ->> 'access') = 'admin')
);

create policy periods_are_read_by_their_member_and_admins on public.period_totals for select to authenticated
using (
  community_id = (select public.viewer_community())
  and (user_id = (select auth.jwt() ->> 'sub') or (select auth.jwt() ->> 'access') = 'admin')
);

create policy unlocked_reward_is_read_by_its_member_and_admins on public.user_rewards for select to authenticated
using (
  community_id = (select public.viewer_community())
  and (user_id = (select auth.jwt() ->> 'sub') or (select auth.jwt() ->> 'access') = 'admin')
);

create policy quarantine_is_read_by_admins on public.quarantined_events for select to authenticated
using (community_id = (select public.viewer_community()) and (select auth.jwt() ->> 'access') = 'admin');
