create function public.shown_visibilities(viewer_scope text) returns text[]
language sql immutable security invoker
set search_path = ''
as $$
  select case viewer_scope
    when 'admin' then array['public', 'members', 'hidden']
    when 'members' then array['public', 'members']
    else array['public']
  end
$$;

comment on function public.shown_visibilities is 'Which members a viewer may see: everyone, the community''s members, or its admins.';

create function public.shown_identity(viewer_scope text, member public.users) returns jsonb
language sql immutable security invoker
set search_path = ''
as $$
  select case
    when member.pseudonym is null then jsonb_build_object(
      'userId', member.id, 'username', member.username, 'displayName', member.display_name, 'avatarUrl', member.avatar_url)
    when viewer_scope = 'public' then jsonb_build_object(
      'userId', member.public_id, 'username', null, 'displayName', member.pseudonym, 'avatarUrl', null)
    -- Live events name the member by this id, whoever listens.
    else jsonb_build_object(
      'userId', member.id, 'publicId', member.public_id,
      'username', member.username, 'displayName', member.display_name, 'avatarUrl', member.avatar_url)
  end
$$;

comment on function public.shown_identity is 'A member''s id, name and picture, or what stands for them where the public looks.';

create function public.find_shown_member(community_id text, viewer_scope text, viewer_id text, shown_id text) returns text
language sql stable security invoker
set search_path = ''
as $$
  select u.id from public.users u
  where u.community_id = find_shown_member.community_id
    and (u.id = shown_id or u.public_id = shown_id)
    and (u.visibility = any (public.shown_visibilities(viewer_scope)) or u.id = viewer_id)
    and case
      when u.id = viewer_id then true
      when u.id = shown_id then viewer_scope <> 'public' or u.pseudonym is null
      else u.pseudonym is not null
    end
$$;

comment on function public.find_shown_member is
  'The member whom a viewer means by an id; null for nobody they may see. Where the public looks, a member with a pseudonym goes by their public id alone.';
