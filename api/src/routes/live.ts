import type { Request, Response } from 'express';
import type { AppContext } from '../context.ts';
import { anonymous } from '../live/topics.ts';
import { readPublicCommunity } from './read-public-community.ts';

/** `GET /communities/{communityId}/live`, as `text/event-stream` */
export function getLive(context: AppContext) {
  return async (request: Request<{ communityId: string }>, response: Response): Promise<void> => {
    // Before the version is read, so that no commit can fall between the two.
    const seat = context.live.join(request.params.communityId, anonymous, response);
    try {
      const community = await readPublicCommunity(context, request);
      if (request.method === 'HEAD') return void response.type('text/event-stream').end();
      seat.open(community, request.get('Last-Event-ID'));
    } catch (error) {
      seat.leave();
      throw error;
    }
  };
}
