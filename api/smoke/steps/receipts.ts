import { rest } from '../rest.ts';
import { expectEqual, type Step } from '../step.ts';

export const ownReceipts: Step = {
  claim: 'members read their own receipts over PostgREST, and nobody else’s',
  async run(world) {
    const log = `activity_log?community_id=eq.${world.community}`;
    const own = await rest(world, 'member', `${log}&select=user_id,activity_type,xp_awarded,refusal,receipt`);
    expectEqual(
      'whose entries they are',
      [...new Set(own.rows.map((row) => row['user_id']))],
      ['user_member'],
    );
    const clipped = own.rows.filter(
      (row) => row['activity_type'] === 'event.webinar' && row['refusal'] === null,
    );
    const caps = clipped.map((row) => (row['receipt'] as { cap?: { left: number } }).cap?.left ?? 0);
    expectEqual(
      'what receipts say of the cap',
      caps.toSorted((one, other) => one - other),
      [0, 20],
    );

    const others = `${log}&user_id=eq.user_member&select=id,receipt`;
    for (const asker of ['neighbour', 'stranger'] as const) {
      expectEqual(`the member’s entries as ${asker}`, (await rest(world, asker, others)).rows, []);
    }
    expectEqual('them as anon', (await rest(world, 'anon', others)).code, '42501');
    for (const column of ['key', 'facts', 'counterpart_id']) {
      const { code } = await rest(world, 'member', `${log}&select=id,${column}`);
      expectEqual(`the column ${column} as member`, code, '42501');
    }
    return `${own.rows.length} entries of their own, none of theirs for anybody else`;
  },
};
