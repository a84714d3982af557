import type { CommunityRow } from '../database/functions.ts';
import { ApiError } from '../errors.ts';
import { mayWatch, type Watcher } from '../live/topics.ts';
import type { Identity } from './identity.ts';

type Visibility = CommunityRow['visibility'];

/** What somebody may see of their community; all members of it are shown to admins, hidden ones too. */
export function watcherOf(identity: Identity): Watcher {
  switch (identity.kind) {
    case 'member': {
      const { userId, access, expiresAt } = identity;
      return { userId, scope: access === 'admin' ? 'admin' : 'members', until: expiresAt };
    }
    case 'server':
      return { userId: null, scope: 'admin', until: null };
    case 'page':
    case 'anonymous':
      return { userId: null, scope: 'public', until: null };
  }
}

/** Throws `not-a-member` for an identity of another community, whatever there is to see and whether it exists. */
export function refuseForeign(identity: Identity, communityId: string): void {
  if (identity.kind !== 'anonymous' && identity.communityId !== communityId) throw notAMember();
}

export function notAMember(): ApiError {
  return new ApiError(
    'not-a-member',
    'This identity belongs to another community and opens nothing of this one.',
  );
}

export function unknownCommunity(): ApiError {
  return new ApiError(
    'unknown-community',
    'It comes into being with its first verified event or session: check the id.',
  );
}

/** `unauthenticated` where no identity was shown, `forbidden` for one that this is not for. */
export function refusalOf({ kind }: Identity, detail: string): ApiError {
  return new ApiError(kind === 'anonymous' ? 'unauthenticated' : 'forbidden', detail);
}

/** Throws unless this identity may read a community of this visibility. */
export function refuseReader(identity: Identity, visibility: Visibility): void {
  if (mayWatch(watcherOf(identity).scope, visibility)) return;
  // The same words for both kinds: an outsider learns no more than that it is not public.
  if (identity.kind === 'anonymous') {
    throw new ApiError(
      'unauthenticated',
      'This community is not public: show a member token, or a secret key.',
    );
  }
  if (identity.kind === 'page') {
    throw new ApiError(
      'forbidden',
      'This community is not public, and a publishable key opens nothing that is not.',
    );
  }
  throw new ApiError('forbidden', 'Only the admins of this community may read it.');
}
