-- A member reads what is their own, an admin everything of the community that is not the service's own. Each scalar
-- subquery is answered once per statement and not once per row. A reader who names the member asked about
-- (user_id=eq.…) gets an index; a policy alone is a filter over the community.

create policy configuration_is_read_by_admins on public.xp_configurations for select to authenticated
using (community_id = (select public.viewer_community()) and (select auth.jwt() ->> 'access') = 'admin');

-- Which rewards are theirs is told by the policy of public.user_rewards.
create policy rewards_are_read_by_those_let_in on public.rewards for select to authenticated
using (
  community_id = (select public.viewer_community())
  and (
    archived_at is null
    or (select auth.jwt() ->> 'access') = 'admin'
    or id in (
      select ur.reward_id from public.user_rewards ur
      where ur.community_id = (select public.viewer_community()) and ur.user_id = (select auth.jwt() ->> 'sub')
        and ur.state <> 'unlocked'
    )
  )
);

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
