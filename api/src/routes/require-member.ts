import type { AppContext } from '../context.ts';
import { refusalOf } from '../identity/authorize.ts';
import { readCommunity, type CommunityRequest, type Reader } from './read-community.ts';

/** The member who decides something of their own, with what they may see. Throws for everybody else. */
export async function requireMember(
  context: AppContext,
  request: CommunityRequest,
): Promise<Reader & { userId: string }> {
  const reader = await readCommunity(context, request);
  const { identity } = reader;
  if (identity.kind === 'member') return { ...reader, userId: identity.userId };
  throw refusalOf(identity, 'Only a member does this for themselves: show a member token.');
}
