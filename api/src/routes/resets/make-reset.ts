import { randomUUID } from 'node:crypto';
import { resetRequestSchema, type Reset } from '@wee5/contract';
import type { Request, Response } from 'express';
import type { AppContext } from '../../context.ts';
import { unknownMember } from '../members/unknown-member.ts';
import { readId } from '../read-community.ts';
import { requireCreator } from '../require-creator.ts';
import { validate } from '../validate.ts';

type ResetAddress = Request<{ communityId: string; userId?: string }>;

/** `POST /communities/{communityId}/reset` and `/members/{userId}/reset`: for 30 days it can be undone. */
export function makeReset(context: AppContext) {
  return async (request: ResetAddress, response: Response): Promise<void> => {
    const { communityId, by } = await requireCreator(context, request, { owner: true });
    const { userId: named } = request.params;
    const userId = named === undefined ? null : readId('userId', named);
    const { reason } = validate(resetRequestSchema, request.body);
    const at = context.now().toISOString();
    const resetId = randomUUID();
    const made = await context.functions.makeReset({ communityId, resetId, userId, reason, by, at });
    if (!made) throw unknownMember();
    context.log.info({ communityId, resetId, userId, by, members: made.members }, 'Put totals to 0');
    response.setHeader('Cache-Control', 'no-store');
    response.status(201).json(made satisfies Reset);
  };
}
