import { rest, type Asker } from '../rest.ts';
import { expectEqual, type Step } from '../step.ts';

/** How many rows of the member's each asker is given; null where the table itself is closed to them. */
const rules: { path: (community: string) => string; rows: Record<Asker, number | null> }[] = [
  {
    path: (id) =>
      `activity_log?community_id=eq.${id}&user_id=eq.user_member&refusal=is.null&select=id,receipt`,
    rows: { member: 1, neighbour: 0, stranger: 0, anon: null },
  },
  {
    path: (id) => `users?community_id=eq.${id}&id=eq.user_member&select=id,xp`,
    rows: { member: 1, neighbour: 0, stranger: 0, anon: null },
  },
  {
    path: (id) => `members_board?community_id=eq.${id}`,
    rows: { member: 2, neighbour: 2, stranger: 0, anon: null },
  },
  {
    path: (id) => `public_board?community_id=eq.${id}`,
    rows: { member: 2, neighbour: 2, stranger: 2, anon: 2 },
  },
  {
    path: (id) => `processed_events?community_id=eq.${id}&select=community_id`,
    rows: { member: null, neighbour: null, stranger: null, anon: null },
  },
  {
    path: (id) => `api_keys?community_id=eq.${id}&select=id`,
    rows: { member: null, neighbour: null, stranger: null, anon: null },
  },
];

const askers: Asker[] = ['member', 'neighbour', 'stranger', 'anon'];

export const rowLevelSecurity: Step = {
  claim: 'row level security gives everybody their own rows and what is public',
  async run(world) {
    for (const { path, rows } of rules) {
      const query = path(world.community);
      for (const asker of askers) {
        const answer = await rest(world, asker, query);
        const seen = answer.code === '42501' ? null : answer.status === 200 ? answer.rows.length : answer;
        expectEqual(`${query} as ${asker}`, seen, rows[asker]);
      }
    }
    return `${rules.length} tables and boards, each as ${askers.join(', ')}`;
  },
};

export const browsersAwardNothing: Step = {
  claim: 'no browser can award XP, not even with a member token',
  async run(world) {
    const award = {
      communityId: world.community,
      userId: 'user_member',
      type: 'chat',
      key: 'chat:forged',
      at: new Date().toISOString(),
      xp: 1_000_000,
      configVersion: 1,
      receipt: {},
    };
    for (const asker of askers) {
      const { status, code } = await rest(world, asker, 'rpc/award_xp', { awards: [award] });
      if (status < 400) throw new Error(`award_xp as ${asker} was answered ${status}.`);
      expectEqual(`award_xp as ${asker}`, code, '42501');
    }
    return `award_xp is refused with 42501 to ${askers.join(', ')}`;
  },
};
