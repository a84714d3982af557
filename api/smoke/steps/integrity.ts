import { checkCommunity } from '../../src/integrity/check-community.ts';
import { expectEqual, type Step } from '../step.ts';

export const integrity: Step = {
  claim: 'after all of this the totals are what the log says',
  async run({ server, community }) {
    const { integrity: functions, now } = server.context;
    const check = await checkCommunity(community, { functions, now, pauseMs: 0 });
    expectEqual('what differs from the log', check.mismatches, []);
    return `${check.members} members compared, nothing differs`;
  },
};
