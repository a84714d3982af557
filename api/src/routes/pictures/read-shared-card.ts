import type { AppContext } from '../../context.ts';
import { anonymous } from '../../identity/identity.ts';
import { watcherOf } from '../../identity/authorize.ts';
import type { SharedCard } from '../../pictures/share/shared-card.ts';
import { readRankCard } from '../members/rank-card.ts';
import { openCommunity, readId } from '../read-community.ts';

export interface Shared {
  readonly communityId: string;
  readonly userId: string;
}

/** A card that anybody may see, whoever asks. Throws as its own read does for whoever shows no identity. */
export async function readSharedCard(context: AppContext, shared: Shared): Promise<SharedCard> {
  const userId = readId('userId', shared.userId);
  const community = await openCommunity(context, readId('communityId', shared.communityId), anonymous);
  const card = await readRankCard(context, { community, userId, viewer: watcherOf(anonymous) });
  context.profiles.want(community.communityId, [userId]);
  return { community, card };
}
