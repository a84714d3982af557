import type { Reward, Rewards, SavedReward } from '@wee5/contract';
import { ask } from '../ask.ts';
import { rest } from '../rest.ts';
import { expectEqual, type Step, type World } from '../step.ts';

const CODE = 'SMOKE-4711';

export const claimedReward: Step = {
  claim: 'a reward is claimed once, and PostgREST shows its code to nobody',
  async run(world) {
    const { reward } = await ask<SavedReward>(world, 'creator', {
      method: 'POST',
      path: '/rewards',
      body: { type: 'custom', levelRequirement: 1, name: 'A discount', metadata: { code: CODE } },
      status: 201,
    });
    await codeIsHidden(world, reward.rewardId);
    const before = await ask<Rewards>(world, 'member', { path: '/rewards' });
    expectEqual('the state before the claim', before.rewards[0]?.state, 'unlocked');
    if (JSON.stringify(before).includes(CODE)) throw new Error('The code was told before the claim.');

    const claim = { method: 'POST', path: `/rewards/${reward.rewardId}/claim` } as const;
    const claimed = await ask<Reward>(world, 'member', claim);
    expectEqual('the code after the claim', claimed.metadata['code'], CODE);
    await ask(world, 'member', { ...claim, status: 409 });
    await codeIsHidden(world, reward.rewardId);
    return 'unlocked, claimed, and then the member’s; its column is refused with 42501';
  },
};

async function codeIsHidden(world: World, rewardId: string): Promise<void> {
  const row = `rewards?id=eq.${rewardId}`;
  for (const asker of ['member', 'neighbour', 'stranger', 'anon'] as const) {
    expectEqual(`the code as ${asker}`, (await rest(world, asker, `${row}&select=id,code`)).code, '42501');
    expectEqual(`every column as ${asker}`, (await rest(world, asker, row)).code, '42501');
  }
  const { rows } = await rest(world, 'member', `${row}&select=id,name,metadata`);
  expectEqual('what a member is shown', rows, [{ id: rewardId, name: 'A discount', metadata: {} }]);
}
