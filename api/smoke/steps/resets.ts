import type { Reset } from '@wee5/contract';
import { ask, xpOf } from '../ask.ts';
import { expectEqual, type Step } from '../step.ts';

export const undoneReset: Step = {
  claim: 'a reset puts totals to 0, and undoing it gives them back',
  async run(world) {
    const members = ['user_member', 'user_neighbour', 'user_buyer'];
    const totals = () => Promise.all(members.map((userId) => xpOf(world, userId)));
    const before = await totals();
    const body = { reason: 'New season' };
    const post = { method: 'POST', body } as const;
    const made = await ask<Reset>(world, 'creator', { ...post, path: '/reset', status: 201 });
    expectEqual('the totals after it', await totals(), [0, 0, 0]);
    await ask(world, 'creator', { ...post, path: `/resets/${made.resetId}/undo` });
    expectEqual('the totals after it was undone', await totals(), before);
    return `${made.xp} XP of ${made.members} members taken and given back`;
  },
};
