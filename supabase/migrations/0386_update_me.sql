create function public.update_me(community_id text, user_id text, settings jsonb) returns jsonb
language plpgsql volatile security invoker
set search_path = ''
as $$
declare
  v_old public.users;
  v_new public.users;
  v_version bigint;
begin
  begin
    perform now() at time zone (settings ->> 'timeZone');
  exception
    -- Who sent it may know zones that this database does not.
    when invalid_parameter_value then return '{"outcome": "unknown-time-zone"}';
  end;
  if not public.ensure_member(community_id, user_id) then
    return null;
  end if;
  select u.* into v_old from public.users u where u.community_id = update_me.community_id and u.id = update_me.user_id;
  v_new := v_old;
  v_new.visibility := coalesce(settings ->> 'visibility', v_old.visibility);
  v_new.announcements := coalesce((settings ->> 'announcements')::boolean, v_old.announcements);
  v_new.time_zone := case when settings ? 'timeZone' then settings ->> 'timeZone' else v_old.time_zone end;
  v_new.pseudonym := case when settings ? 'pseudonym' then settings ->> 'pseudonym' else v_old.pseudonym end;
  -- One id for two pseudonyms would lead from the old to the new one.
  if v_new.pseudonym is distinct from v_old.pseudonym then
    v_new.public_id := 'anon_' || left(replace(gen_random_uuid()::text, '-', ''), 16);
  end if;
  if v_new.pseudonym is null then
    v_new.public_id := null;
  end if;

  if v_new is distinct from v_old then
    update public.users u
    set
      visibility = v_new.visibility, announcements = v_new.announcements, time_zone = v_new.time_zone,
      pseudonym = v_new.pseudonym, public_id = v_new.public_id
    where u.community_id = v_new.community_id and u.id = v_new.id;
    v_version := public.tell_community(community_id, 'community.changed', case
      -- No list: it would name whom it must not, so everybody who saw the member, or will, loads again.
      when (v_new.visibility, v_new.pseudonym) is distinct from (v_old.visibility, v_old.pseudonym)
        and not (v_new.visibility = 'hidden' and v_old.visibility = 'hidden') then '{}'
      else '{"changed": []}'
    end::jsonb);
    perform public.broadcast(
      format('member:%s:%s', community_id, user_id), 'member.changed',
      (select jsonb_build_object(
        'version', v_version, 'userId', v_new.id, 'xp', v_new.xp, 'level', public.level_of(c, v_new.xp, v_new.peak_xp))
      from public.xp_configurations c where c.community_id = v_new.community_id));
  end if;

  return jsonb_build_object('outcome', 'saved', 'settings', jsonb_build_object(
    'visibility', v_new.visibility, 'pseudonym', v_new.pseudonym, 'announcements', v_new.announcements,
    'timeZone', v_new.time_zone));
end
$$;

comment on function public.update_me is
  'What a member decides about themselves; who has no row yet gets one. Outcome unknown-time-zone: this database does not know it. Null for an unknown community.';
