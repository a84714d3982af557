import { makeId } from '../../dev/whop-payloads.ts';
import { expectEqual, type Step } from '../step.ts';

export const webhookOverPostgrest: Step = {
  claim: 'a signed webhook becomes XP once, over PostgREST',
  async run({ chat, server, community }) {
    const id = makeId('post_');
    const message = { user: 'user_member', minutesAgo: 60, id };
    expectEqual('the first delivery', await chat(message), {
      status: 'accepted',
      awards: 1,
      httpStatus: 200,
    });
    expectEqual('the same again', await chat(message), { status: 'duplicate', httpStatus: 200 });
    const tooSoon = await chat({ user: 'user_member', minutesAgo: 60 });
    expectEqual('another within the cooldown', tooSoon, { status: 'accepted', awards: 0, httpStatus: 200 });
    const card = await server.context.functions.getRankCard({
      communityId: community,
      userId: 'user_member',
      scope: 'public',
      viewerId: null,
      at: new Date().toISOString(),
    });
    expectEqual('the member’s XP', card?.xp, 15);
    return `accepted, duplicate, cooled down; 15 XP (${server.context.database.name})`;
  },
};
