import type { Request, Response } from 'express';
import type { AppContext } from '../../context.ts';
import { readWhom } from './read-whom.ts';
import { unknownMember } from './unknown-member.ts';

/** `DELETE /communities/{communityId}/members/{userId}` by the owner, and `/members/me` by the member. */
export function eraseMember(context: AppContext) {
  return async (
    request: Request<{ communityId: string; userId: string }>,
    response: Response,
  ): Promise<void> => {
    const { communityId, userId, by } = await readWhom(context, request, { owner: true });
    const erased = await context.functions.eraseMember(communityId, userId);
    if (!erased) throw unknownMember();
    await context.pipeline.forget({ communityId, userId, sources: erased.sources });
    // Whoever was erased is not named in the log either.
    context.log.info({ communityId, by: by === userId ? 'the member' : by }, 'Erased a member');
    response.setHeader('Cache-Control', 'no-store');
    response.status(204).end();
  };
}
