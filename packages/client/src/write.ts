import { expectAnswer, expectReward } from './check.ts';
import type { RankCard, Reward, UpdateMeRequest } from './contract.ts';
import type { Http } from './http.ts';
import type { RequestOptions } from './types.ts';

export async function claimReward(http: Http, rewardId: string, call?: RequestOptions): Promise<Reward> {
  const path = `/rewards/${encodeURIComponent(rewardId)}/claim`;
  return expectReward(await http.json({ ...call, method: 'POST', path }));
}

export async function updateMe(
  http: Http,
  settings: UpdateMeRequest,
  call?: RequestOptions,
): Promise<RankCard> {
  const answer = await http.json({ ...call, method: 'PATCH', path: '/members/me', body: settings });
  return expectAnswer('rankCard', answer);
}
