import { adjustXpRequestSchema, type AdjustedXp, type AdjustXpRequest } from '@wee5/contract';
import type { Request, Response } from 'express';
import type { AppContext } from '../../context.ts';
import type { AdjustOutcome } from '../../database/functions.ts';
import { invalidPart } from '../../errors.ts';
import { unknownCommunity } from '../../identity/authorize.ts';
import { requireCreator } from '../require-creator.ts';
import { validate } from '../validate.ts';
import { readMemberId, type MemberRequestParams } from './read-member-id.ts';

/**
 * `POST /communities/{communityId}/members/{userId}/xp`: gives, takes or sets. Whoever did nothing here yet becomes a
 * member by it, so any Whop user id will do.
 */
export function adjustXp(context: AppContext) {
  return async (request: Request<MemberRequestParams>, response: Response): Promise<void> => {
    const { communityId, by } = await requireCreator(context, request);
    const userId = readMemberId(request.params.userId);
    const adjustment = readAdjustment(request.body);
    const at = context.now().toISOString();
    const adjusted = await context.functions.adjustXp({ communityId, userId }, { ...adjustment, by }, at);
    if (!adjusted) throw unknownCommunity();
    const { outcome, ...rest } = refuseTooMuch(adjusted);
    context.log.info({ communityId, userId, by, outcome, change: rest.change }, 'Adjusted XP');
    context.profiles.want(communityId, [userId]);
    response.setHeader('Cache-Control', 'no-store');
    response.json({ status: outcome, userId, ...rest } satisfies AdjustedXp);
  };
}

/** By the one schema that is meant: what is wrong with a union has no path. */
function readAdjustment(body: unknown): AdjustXpRequest {
  const [give, set] = adjustXpRequestSchema.options;
  const isSet = typeof body === 'object' && body !== null && 'set' in body;
  return validate<typeof give | typeof set>(isSet ? set : give, body);
}

function refuseTooMuch(adjusted: AdjustOutcome): Exclude<AdjustOutcome, { outcome: 'too-much' }> {
  if (adjusted.outcome !== 'too-much') return adjusted;
  throw invalidPart('amount', `must be at most ${adjusted.most}: a total has no room for more`);
}
