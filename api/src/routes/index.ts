import { Router } from 'express';
import type { AppContext } from '../context.ts';
import { allowCrossOrigin, answerPreflight } from '../middleware/allow-cross-origin.ts';
import { refuseMethod } from '../middleware/answer-errors.ts';
import { getCommunity } from './get-community.ts';
import { getLeaderboard } from './get-leaderboard.ts';
import { getMember } from './get-member.ts';
import { getRewards } from './get-rewards.ts';
import { getHealth, getReadiness } from './health.ts';
import { getLive } from './live.ts';
import { getWidgetScript } from './widget-script.ts';

/** Every address but the webhook's, which stands in front (`webhook.ts`). */
export function createRoutes(context: AppContext): Router {
  const routes = Router();
  routes.route('/healthz').get(getHealth).all(refuseMethod);
  routes.route('/readyz').get(getReadiness(context)).all(refuseMethod);
  routes.use('/widgets/v1', getWidgetScript());
  routes.use('/api/v1', allowCrossOrigin, createReads(context), answerPreflight);
  return routes;
}

function createReads(context: AppContext): Router {
  const reads = Router();
  reads.route('/communities/:communityId').get(getCommunity(context)).all(refuseMethod);
  reads.route('/communities/:communityId/leaderboard').get(getLeaderboard(context)).all(refuseMethod);
  reads.route('/communities/:communityId/members/:userId').get(getMember(context)).all(refuseMethod);
  reads.route('/communities/:communityId/rewards').get(getRewards(context)).all(refuseMethod);
  reads.route('/communities/:communityId/live').get(getLive(context)).all(refuseMethod);
  return reads;
}
