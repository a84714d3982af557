import { Router } from 'express';
import type { AppContext } from '../context.ts';
import { subjectOf } from '../limits/subject-of.ts';
import { allowCrossOrigin, answerPreflight } from '../middleware/allow-cross-origin.ts';
import { refuseMethod } from '../middleware/answer-errors.ts';
import { limitRate } from '../middleware/limit-rate.ts';
import { getConfig } from './config/get-config.ts';
import { listConfigVersions } from './config/list-config-versions.ts';
import { previewConfig } from './config/preview-config.ts';
import { putConfig } from './config/put-config.ts';
import { rollbackConfig } from './config/rollback-config.ts';
import { createSession } from './create-session.ts';
import { postEvents } from './events/post-events.ts';
import { getCommunity } from './get-community.ts';
import { getHealth, getReadiness } from './health.ts';
import { dismissFlag } from './integrity/dismiss-flag.ts';
import { getIntegrity } from './integrity/get-integrity.ts';
import { listFlags } from './integrity/list-flags.ts';
import { createKey } from './keys/create-key.ts';
import { listKeys } from './keys/list-keys.ts';
import { revokeKey } from './keys/revoke-key.ts';
import { getLeaderboard } from './leaderboard/get-leaderboard.ts';
import { getLive } from './live.ts';
import { adjustXp } from './members/adjust-xp.ts';
import { eraseMember } from './members/erase-member.ts';
import { exportMember } from './members/export-member.ts';
import { getMember } from './members/get-member.ts';
import { listMembers } from './members/list-members.ts';
import { updateMe } from './members/update-me.ts';
import { updateMember } from './members/update-member.ts';
import { getMetrics } from './metrics.ts';
import { createPages } from './pages.ts';
import { readJson, readLargeJson } from './read-json.ts';
import { getCardPng, getCardSvg } from './pictures/get-card-picture.ts';
import { createShareRoutes } from './pictures/share-routes.ts';
import { getActivity } from './records/get-activity.ts';
import { getMyActivity } from './records/get-my-activity.ts';
import { listQuarantine } from './records/list-quarantine.ts';
import { replayQuarantine } from './records/replay-quarantine.ts';
import { listResets } from './resets/list-resets.ts';
import { makeReset } from './resets/make-reset.ts';
import { undoReset } from './resets/undo-reset.ts';
import { claimReward } from './rewards/claim-reward.ts';
import { createReward } from './rewards/create-reward.ts';
import { deleteReward } from './rewards/delete-reward.ts';
import { getRewards } from './rewards/get-rewards.ts';
import { updateReward } from './rewards/update-reward.ts';
import { getWidgetScript } from './widget-script.ts';

/** Every address but the webhook's, which stands in front (`webhook.ts`). */
export function createRoutes(context: AppContext): Router {
  const routes = Router();
  routes.route('/healthz').get(getHealth).all(refuseMethod);
  routes.route('/readyz').get(getReadiness(context)).all(refuseMethod);
  routes.route('/metrics').get(getMetrics(context)).all(refuseMethod);
  routes.use('/widgets/v1', getWidgetScript(context.config));
  routes.use(createPages(context.config));
  routes.use(createShareRoutes(context, createLimit(context)));
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
  addPictures(routes, context);
  addRewards(routes, context);
  addKeys(routes, context);
  addConfig(routes, context);
  addEvents(routes, context);
  addRecords(routes, context);
  addResets(routes, context);
  addIntegrity(routes, context);
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
  member
    .get(getMember(context))
    .patch(readJson, updateMember(context))
    .delete(eraseMember(context))
    .all(refuseMethod);
  const xp = routes.route('/communities/:communityId/members/:userId/xp');
  xp.post(readJson, adjustXp(context)).all(refuseMethod);
}

function addPictures(routes: Router, context: AppContext): void {
  const card = '/communities/:communityId/members/:userId/card';
  routes.route(`${card}.svg`).get(getCardSvg(context)).all(refuseMethod);
  routes.route(`${card}.png`).get(getCardPng(context)).all(refuseMethod);
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

function addRecords(routes: Router, context: AppContext): void {
  const community = '/communities/:communityId';
  routes.route(`${community}/members/me/activity`).get(getMyActivity(context)).all(refuseMethod);
  routes.route(`${community}/members/:userId/export`).get(exportMember(context)).all(refuseMethod);
  routes.route(`${community}/activity`).get(getActivity(context)).all(refuseMethod);
  routes.route(`${community}/quarantine`).get(listQuarantine(context)).all(refuseMethod);
  const replay = routes.route(`${community}/quarantine/replay`);
  replay.post(readJson, replayQuarantine(context)).all(refuseMethod);
}

function addResets(routes: Router, context: AppContext): void {
  const community = '/communities/:communityId';
  routes.route(`${community}/reset`).post(readJson, makeReset(context)).all(refuseMethod);
  routes.route(`${community}/members/:userId/reset`).post(readJson, makeReset(context)).all(refuseMethod);
  routes.route(`${community}/resets`).get(listResets(context)).all(refuseMethod);
  routes.route(`${community}/resets/:resetId/undo`).post(undoReset(context)).all(refuseMethod);
}

function addIntegrity(routes: Router, context: AppContext): void {
  routes.route('/communities/:communityId/integrity').get(getIntegrity(context)).all(refuseMethod);
  routes.route('/communities/:communityId/flags').get(listFlags(context)).all(refuseMethod);
  const dismissal = routes.route('/communities/:communityId/flags/:flagId/dismiss');
  dismissal.post(dismissFlag(context)).all(refuseMethod);
}
