import type { Flag } from '@wee5/contract';
import type { Request, Response } from 'express';
import type { AppContext } from '../../context.ts';
import { ApiError } from '../../errors.ts';
import { summaryOf } from '../../flags/summary.ts';
import { readId } from '../read-community.ts';
import { requireCreator } from '../require-creator.ts';

/** `POST /communities/{communityId}/flags/{flagId}/dismiss`: the same group is not flagged again within 30 days. */
export function dismissFlag(context: AppContext) {
  return async (
    request: Request<{ communityId: string; flagId: string }>,
    response: Response,
  ): Promise<void> => {
    const { communityId, by } = await requireCreator(context, request);
    const flagId = readId('flagId', request.params.flagId);
    const at = context.now().toISOString();
    const flag = await context.integrity.dismissFlag({ communityId, flagId, at, by });
    if (!flag) throw new ApiError('unknown-flag', 'This community has no such flag: check its id.');
    response.setHeader('Cache-Control', 'no-store');
    response.json({ ...flag, summary: summaryOf(flag) } satisfies Flag);
  };
}
