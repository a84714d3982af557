import type { Community } from '@wee5/contract';
import type { Request, Response } from 'express';
import type { AppContext } from '../context.ts';
import type { CommunityRow } from '../database/functions.ts';
import { readPublicCommunity } from './read-public-community.ts';
import { sendRead } from './send-read.ts';

/** `GET /communities/{communityId}` */
export function getCommunity(context: AppContext) {
  return async (request: Request<{ communityId: string }>, response: Response): Promise<void> => {
    const community = await readPublicCommunity(context, request);
    sendRead(request, response, toCommunity(community, context.config.server.publicUrl ?? ''));
  };
}

function toCommunity(row: CommunityRow, publicUrl: string): Community {
  const { communityId, name, theme, version } = row;
  return {
    communityId,
    name,
    theme,
    levels: row.levelThresholds.map((xp, index) => ({
      level: index + 1,
      name: null,
      xp,
      badgeUrl: null,
    })),
    windows: ['all'],
    live: {
      transport: 'sse',
      url: `${publicUrl}/api/v1/communities/${encodeURIComponent(communityId)}/live`,
    },
    version,
  };
}
