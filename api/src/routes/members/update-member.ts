import { updateMemberRequestSchema, type MemberEntry } from '@wee5/contract';
import type { Request, Response } from 'express';
import type { AppContext } from '../../context.ts';
import { ApiError } from '../../errors.ts';
import { requireCreator } from '../require-creator.ts';
import { validate } from '../validate.ts';
import { readMemberId, type MemberRequestParams } from './read-member-id.ts';

/** `PATCH /communities/{communityId}/members/{userId}`: off every board, or back on them. */
export function updateMember(context: AppContext) {
  return async (request: Request<MemberRequestParams>, response: Response): Promise<void> => {
    const { communityId, by } = await requireCreator(context, request);
    const userId = readMemberId(request.params.userId);
    const { excluded } = validate(updateMemberRequestSchema, request.body);
    const member = await context.functions.excludeMember({ communityId, userId }, excluded);
    if (!member) throw new ApiError('unknown-member', 'This community has no such member: check the id.');
    context.log.info({ communityId, userId, by, excluded }, 'Changed who stands on boards');
    response.setHeader('Cache-Control', 'no-store');
    response.json(member satisfies MemberEntry);
  };
}
