import type { Community } from '@wee5/contract';
import type { Response } from 'express';
import type { AppContext } from '../context.ts';
import { toLevels } from '../levels/level-dress.ts';
import { toLiveConfig } from './live-config.ts';
import { readCommunity, type CommunityRequest, type Reader } from './read-community.ts';
import { sendRead } from './send-read.ts';

/** `GET /communities/{communityId}` */
export function getCommunity(context: AppContext) {
  return async (request: CommunityRequest, response: Response): Promise<void> => {
    const reader = await readCommunity(context, request);
    sendRead({ request, response, reader }, toCommunity(reader, context));
  };
}

function toCommunity({ community, identity }: Reader, { config }: AppContext): Community {
  const { communityId, name, theme, timeZone, version } = community;
  const holdsToken = identity.kind === 'member' && identity.via === 'member-token';
  return {
    communityId,
    name,
    theme,
    levels: toLevels(community),
    timeZone,
    windows: ['all', 'day', 'week', 'month'],
    live: toLiveConfig(config, communityId, holdsToken ? identity.userId : null),
    version,
  };
}
