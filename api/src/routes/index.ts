import { Router } from 'express';
import type { AppContext } from '../context.ts';
import { subjectOf } from '../limits/subject-of.ts';
import { allowCrossOrigin, answerPreflight } from '../middleware/allow-cross-origin.ts';
import { refuseMethod } from '../middleware/answer-errors.ts';
import { limitRate } from '../middleware/limit-rate.ts';
import { adjustXp } from './adjust-xp.ts';
import { claimReward } from './claim-reward.ts';
import { createKey } from './create-key.ts';
import { createReward } from './create-reward.ts';
import { createSession } from './create-session.ts';
import { deleteReward } from './delete-reward.ts';
import { getCommunity } from './get-community.ts';
import { getConfig } from './get-config.ts';
import { getLeaderboard } from './get-leaderboard.ts';
import { getMember } from './get-member.ts';
import { getRewards } from './get-rewards.ts';
import { getHealth, getReadiness } from './health.ts';
import { listConfigVersions } from './list-config-versions.ts';
import { listKeys } from './list-keys.ts';
import { listMembers } from './list-members.ts';
import { getLive } from './live.ts';
import { getMetrics } from './metrics.ts';
import { createPages } from './pages.ts';
import { postEvents } from './post-events.ts';
import { previewConfig } from './preview-config.ts';
import { putConfig } from './put-config.ts';
import { readJson, readLargeJson } from './read-json.ts';
import { revokeKey } from './revoke-key.ts';
import { rollbackConfig } from './rollback-config.ts';
import { updateMe } from './update-me.ts';
import { updateMember } from './update-member.ts';
import { updateReward } from './update-reward.ts';
import { getWidgetScript } from './widget-script.ts';

/** Every address but the webhook's, which stands in front (`webhook.ts`). */
export function createRoutes(context: AppContext): Router {
  const routes = Router();
  routes.route('/healthz').get(getHealth).all(refuseMethod);
  routes.route('/readyz').get(getReadiness(context)).all(refuseMethod);
  routes.route('/metrics').get(getMetrics(context)).all(refuseMethod);
  routes.use('/widgets/v1', getWidgetScript());
  routes.use(createPages(context.config));
  routes.use('/api/v1', allowCrossOrigin, createLimit(context), createApiRoutes(context), answerPreflight);
  return routes;
}

/** Every request counts for whoever sends it: a member, a creator's server, or an address. */
function createLimit({ limiter, metrics, identities, now }: AppContext) {
  return limitRate({
    limiter,
    now,
    onRefusal: (kind) => metrics.rateLimited(kind),
    findSubject: async (request) => subjectOf(await identities.recognise(request), request.ip),
  });
}

/** What pages, members and servers ask for, under `/api/v1`. */
export function createApiRoutes(context: AppContext): Router {
  const routes = Router();
  routes.route('/sessions').post(readJson, createSession(context)).all(refuseMethod);
  addReads(routes, context);
  addMembers(routes, context);
  addRewards(routes, context);
  addKeys(routes, context);
  addConfig(routes, context);
  addEvents(routes, context);
  return routes;
}

function addReads(routes: Router, context: AppContext): void {
  routes.route('/communities/:communityId').get(getCommunity(context)).all(refuseMethod);
  routes.route('/communities/:communityId/leaderboard').get(getLeaderboard(context)).all(refuseMethod);
  routes.route('/communities/:communityId/live').get(getLive(context)).all(refuseMethod);
}

function addMembers(routes: Router, context: AppContext): void {
  routes.route('/communities/:communityId/members').get(listMembers(context)).all(refuseMethod);
  // Whatever else is asked of `me` is for the route after this one.
  routes.route('/communities/:communityId/members/me').patch(readJson, updateMe(context));
  const member = routes.route('/communities/:communityId/members/:userId');
  member.get(getMember(context)).patch(readJson, updateMember(context)).all(refuseMethod);
  const xp = routes.route('/communities/:communityId/members/:userId/xp');
  xp.post(readJson, adjustXp(context)).all(refuseMethod);
}

function addRewards(routes: Router, context: AppContext): void {
  const rewards = routes.route('/communities/:communityId/rewards');
  rewards.get(getRewards(context)).post(readJson, createReward(context)).all(refuseMethod);
  const reward = routes.route('/communities/:communityId/rewards/:rewardId');
  reward.patch(readJson, updateReward(context)).delete(deleteReward(context)).all(refuseMethod);
  const claim = routes.route('/communities/:communityId/rewards/:rewardId/claim');
  claim.post(claimReward(context)).all(refuseMethod);
}

function addKeys(routes: Router, context: AppContext): void {
  const keys = routes.route('/communities/:communityId/keys');
  keys.get(listKeys(context)).post(readJson, createKey(context)).all(refuseMethod);
  routes.route('/communities/:communityId/keys/:keyId').delete(revokeKey(context)).all(refuseMethod);
}

function addConfig(routes: Router, context: AppContext): void {
  const config = routes.route('/communities/:communityId/config');
  config.get(getConfig(context)).put(readLargeJson, putConfig(context)).all(refuseMethod);
  const preview = routes.route('/communities/:communityId/config/preview');
  preview.post(readLargeJson, previewConfig(context)).all(refuseMethod);
  const rollback = routes.route('/communities/:communityId/config/rollback');
  rollback.post(readJson, rollbackConfig(context)).all(refuseMethod);
  const versions = routes.route('/communities/:communityId/config/versions');
  versions.get(listConfigVersions(context)).all(refuseMethod);
}

function addEvents(routes: Router, context: AppContext): void {
  const events = routes.route('/communities/:communityId/events');
  events.post(readLargeJson, postEvents(context)).all(refuseMethod);
}
