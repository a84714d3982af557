import type { CommunityState, DatabaseFunctions } from '../database/functions.ts';
import type { Channel } from './channel.ts';
import { mayWatch } from './topics.ts';

export interface CompareOptions {
  channels: Channel[];
  functions: Pick<DatabaseFunctions, 'getCommunityStates' | 'getRankCard'>;
  now: () => Date;
}

/** Tells the viewers of every channel that is not where they think; one question, however many channels there are. */
export async function compareChannels({ channels, functions, now }: CompareOptions): Promise<void> {
  const heard = channels.map((channel) => ({ channel, version: channel.version ?? 0 }));
  const ids = [...new Set(channels.map(({ owner }) => owner.communityId))];
  if (ids.length === 0) return;
  const states = await functions.getCommunityStates(ids);
  const byId = new Map(states.map((state) => [state.communityId, state]));
  for (const { channel, version } of heard) {
    const state = byId.get(channel.owner.communityId);
    // Who comes back learns that the community is gone, or that it was put back in time.
    if (!state || state.version < version) channel.end();
    else if (channel.owner.userId === null) catchUpCommunity(channel, state);
    else if (state.version > (channel.version ?? -1)) await catchUpMember(channel, { functions, now });
  }
}

function catchUpCommunity(channel: Channel, { version, visibility }: CommunityState): void {
  channel.catchUp(version);
  channel.keepOnly((scope) => mayWatch(scope, visibility));
}

/** What was missed of a member's own is told as where the member stands now. */
async function catchUpMember(
  channel: Channel,
  { functions, now }: Pick<CompareOptions, 'functions' | 'now'>,
): Promise<void> {
  const { communityId, userId } = channel.owner;
  if (userId === null) return;
  const viewer = { scope: 'members', viewerId: userId } as const;
  const card = await functions.getRankCard({ communityId, userId, ...viewer, at: now().toISOString() });
  if (!card) return;
  const { xp, level, version } = card;
  channel.tell({ event: 'member.changed', payload: { userId, xp, level, version } });
}
