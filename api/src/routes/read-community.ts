import { idSchema } from '@wee5/contract';
import type { Request } from 'express';
import type { AppContext } from '../context.ts';
import type { CommunityRow } from '../database/functions.ts';
import { invalidPart } from '../errors.ts';
import { refusalOf, refuseReader, unknownCommunity, watcherOf } from '../identity/authorize.ts';
import type { Identity } from '../identity/identity.ts';
import type { Watcher } from '../live/topics.ts';

export type CommunityRequest = Request<{ communityId: string }>;

/** Who reads a community, and what they may see of it. */
export interface Reader {
  readonly community: CommunityRow;
  readonly identity: Identity;
  readonly viewer: Watcher;
}

/** The community a request names, for whoever sends it. Throws what the request is answered with otherwise. */
export async function readCommunity(context: AppContext, request: CommunityRequest): Promise<Reader> {
  const { communityId, identity } = await identify(context, request);
  const community = await openCommunity(context, communityId, identity);
  return { community, identity, viewer: watcherOf(identity) };
}

/** Who sends a request, and about which community. Throws for an id or an identity that is none. */
export async function identify(
  { identities }: Pick<AppContext, 'identities'>,
  request: CommunityRequest,
): Promise<{ communityId: string; identity: Identity }> {
  const communityId = readId('communityId', request.params.communityId);
  return { communityId, identity: await identities.identify(request, communityId) };
}

/** A community for this identity. Throws `unknown-community`, `unauthenticated` or `forbidden`. */
export async function openCommunity(
  { functions }: Pick<AppContext, 'functions'>,
  communityId: string,
  identity: Identity,
): Promise<CommunityRow> {
  const community = await functions.getCommunity(communityId);
  if (!community) throw unknownCommunity();
  refuseReader(identity, community.visibility);
  return community;
}

/** The id of whoever asks for what is `me`'s. Throws for everybody but a member. */
export function readOwnId(identity: Identity): string {
  if (identity.kind === 'member') return identity.userId;
  throw refusalOf(identity, 'Who `me` is takes a member token: give a user id instead.');
}

/** An opaque id as it may be handed to the database. Throws `validation-failed`. */
export function readId(path: string, id: string): string {
  if (idSchema.safeParse(id).success && !/\p{Cc}/u.test(id)) return id;
  throw invalidPart(path, 'must be an id of at most 200 characters without control characters');
}
