import type { Response } from 'express';
import type { AppContext } from '../context.ts';
import { watcherOf } from '../identity/authorize.ts';
import { openCommunity, readId, type CommunityRequest } from './read-community.ts';

/** `GET /communities/{communityId}/live`, as `text/event-stream` */
export function getLive(context: AppContext) {
  return async (request: CommunityRequest, response: Response): Promise<void> => {
    const communityId = readId('communityId', request.params.communityId);
    const identity = await context.identities.identify(request, communityId);
    // Before the version is read, so that no commit can fall between the two.
    const seat = context.live.join(communityId, watcherOf(identity), response);
    try {
      const community = await openCommunity(context, communityId, identity);
      if (request.method === 'HEAD') return void response.type('text/event-stream').end();
      seat.open(community, request.get('Last-Event-ID'));
    } catch (error) {
      seat.leave();
      throw error;
    }
  };
}
