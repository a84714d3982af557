-- Everything that a role of the browser holds. Which rows it sees is up to the policies and the two views; nothing here
-- writes, and keys, natural keys and the outbox are in none of it.

grant select on public.public_board to anon, authenticated;

grant select on
  public.members_board, public.communities, public.xp_configurations, public.user_rewards, public.activity_log,
  public.period_totals, public.quarantined_events
  to authenticated;

-- A reward's code is told by the API, after the claim.
grant select (
  community_id, id, level_requirement, reward_type, name, description, image_url, metadata, position, archived_at,
  created_at
) on public.rewards to authenticated;

-- When profiles were fetched is the service's bookkeeping.
grant select (
  community_id, id, xp, level, reached_at, last_active, username, display_name, avatar_url,
  visibility, pseudonym, excluded, created_at
) on public.users to authenticated;

-- Policies call it as the viewer.
grant execute on function public.viewer_community to authenticated;
