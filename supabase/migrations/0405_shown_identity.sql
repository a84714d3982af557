create function public.shown_identity(
  viewer_scope text, pseudonym text, username text, display_name text, avatar_url text
) returns jsonb
language sql immutable security invoker
set search_path = ''
as $$
  select case
    when viewer_scope = 'public' and pseudonym is not null
      then jsonb_build_object('username', null, 'displayName', pseudonym, 'avatarUrl', null)
    else jsonb_build_object('username', username, 'displayName', display_name, 'avatarUrl', avatar_url)
  end
$$;

comment on function public.shown_identity is 'A member''s name and picture, or their pseudonym where the public looks.';
