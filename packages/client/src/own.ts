import { expectAnswer, isListOf, isObject, noAnswer } from './check.ts';
import type { MemberActivity, RankCard, Reward, UpdateMeRequest } from './contract.ts';
import type { Http } from './http.ts';
import { queryOf } from './path-of.ts';
import type { ActivityOptions, RequestOptions } from './types.ts';

/** Makes a reward the token's holder's own. */
export async function claimReward(http: Http, rewardId: string, call?: RequestOptions): Promise<Reward> {
  const path = `/rewards/${encodeURIComponent(rewardId)}/claim`;
  const answer = await http.json({ ...call, method: 'POST', path });
  if (isObject(answer) && typeof answer['rewardId'] === 'string' && typeof answer['state'] === 'string')
    return answer as unknown as Reward;
  throw noAnswer('reward');
}

/** Changes the settings of the token's holder. */
export async function updateMe(
  http: Http,
  settings: UpdateMeRequest,
  call?: RequestOptions,
): Promise<RankCard> {
  const headers = { 'Content-Type': 'application/json' };
  const body = JSON.stringify(settings);
  return expectAnswer(
    'rankCard',
    await http.json({ ...call, method: 'PATCH', path: '/members/me', headers, body }),
  );
}

/** Loads the log of the token's holder, which no view shows and no event tells. */
export async function readActivity(
  http: Http,
  { signal, ...page }: ActivityOptions = {},
): Promise<MemberActivity> {
  const answer = await http.json({ signal, path: `/members/me/activity${queryOf(page)}` });
  if (isObject(answer) && isListOf(answer['entries'], isEntry)) return answer as MemberActivity;
  throw noAnswer('activity');
}

function isEntry({ activityId, xp, summary }: Record<string, unknown>): boolean {
  return typeof activityId === 'string' && Number.isSafeInteger(xp) && typeof summary === 'string';
}
