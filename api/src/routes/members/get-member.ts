import type { Response } from 'express';
import type { AppContext } from '../../context.ts';
import { sendRead } from '../send-read.ts';
import { readMember, type MemberRequest } from './read-member.ts';

/** `GET /communities/{communityId}/members/{userId}` and `/members/me` */
export function getMember(context: AppContext) {
  return async (request: MemberRequest, response: Response): Promise<void> => {
    const { reader, card } = await readMember(context, request);
    sendRead({ request, response, reader }, card);
  };
}
