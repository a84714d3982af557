import type { IntegrityChecks } from '@wee5/contract';
import type { Response } from 'express';
import type { AppContext } from '../../context.ts';
import type { CommunityRequest } from '../read-community.ts';
import { requireCreator } from '../require-creator.ts';

/** A month of nights. */
const MOST_CHECKS = 30;

/** `GET /communities/{communityId}/integrity`: whether totals equalled the log, newest first. */
export function getIntegrity(context: AppContext) {
  return async (request: CommunityRequest, response: Response): Promise<void> => {
    const { communityId } = await requireCreator(context, request);
    const checks = await context.integrity.listIntegrityChecks(communityId, MOST_CHECKS);
    response.setHeader('Cache-Control', 'no-store');
    response.json({ checks } satisfies IntegrityChecks);
  };
}
