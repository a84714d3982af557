import { levelThresholds, rulesSchema, type ConfigDocument } from '@wee5/contract';
import { keptAs, timeOf, type FunctionCall, type Side } from './side.ts';

/** What a creator and members decide. */
export const deciding: FunctionCall[] = [
  [
    'getConfiguration',
    async ({ functions, communityId, kept }) => {
      const configuration = await functions.getConfiguration(communityId);
      kept.set('document', JSON.stringify(configuration?.document));
      return configuration;
    },
  ],
  ['saveConfiguration', saveSteeper],
  [
    'listConfigurationVersions',
    ({ functions, communityId }) => functions.listConfigurationVersions(communityId, null, 10),
  ],
  [
    'getConfigurationVersion',
    ({ functions, communityId }) => functions.getConfigurationVersion(communityId, 1),
  ],
  ['findPendingLevels', findOwnPending],
  [
    'recomputeLevels',
    ({ functions, communityId }) => functions.recomputeLevels(communityId, 500, timeOf('19:00:00')),
  ],
  ['createReward', createReward],
  [
    'updateReward',
    (side) => side.functions.updateReward(rewardOf(side), { name: 'A better discount' }, timeOf('19:10:00')),
  ],
  ['claimReward', (side) => side.functions.claimReward(rewardOf(side), 'user_ana', timeOf('19:20:00'))],
  ['getRewards', ({ functions, communityId }) => functions.getRewards(communityId, 'user_ana')],
  ['deleteReward', (side) => side.functions.deleteReward(rewardOf(side), timeOf('19:30:00'))],
  [
    'adjustXp',
    ({ functions, communityId }) =>
      functions.adjustXp(
        { communityId, userId: 'user_rich' },
        { set: Number.MAX_SAFE_INTEGER, reason: 'As much as there is', by: 'user_boss' },
        timeOf('19:40:00'),
      ),
  ],
  [
    'excludeMember',
    ({ functions, communityId }) => functions.excludeMember({ communityId, userId: 'user_ben' }, true),
  ],
  [
    'updateMe',
    ({ functions, communityId }) =>
      functions.updateMe(
        { communityId, userId: 'user_busy' },
        { pseudonym: 'Nobody in particular', timeZone: 'Asia/Kolkata', announcements: false },
      ),
  ],
];

function saveSteeper(side: Side): Promise<unknown> {
  const { rules, ...document } = JSON.parse(keptAs('document', side)) as ConfigDocument;
  const curve = { kind: 'linear', xpPerLevel: 60 } as const;
  return side.functions.saveConfiguration({
    communityId: side.communityId,
    expectedVersion: 1,
    document: {
      ...document,
      curve,
      topLevel: 20,
      timeZone: 'Europe/Lisbon',
      rules: rulesSchema.parse(rules),
    },
    levelThresholds: levelThresholds(curve, 20),
    savedBy: 'user_boss',
    at: timeOf('18:00:00'),
  });
}

/** Other communities of the same database may be waiting as well. */
async function findOwnPending({ functions, communityId }: Side): Promise<string[]> {
  return (await functions.findPendingLevels()).filter((id) => id === communityId);
}

async function createReward({ functions, communityId, kept }: Side): Promise<unknown> {
  const reward = { communityId, levelRequirement: 2, type: 'custom', name: 'A discount' } as const;
  const metadata = { code: 'WINTER-4711' };
  const made = await functions.createReward({ ...reward, metadata }, timeOf('19:05:00'));
  if (made?.outcome === 'saved') kept.set('reward', made.rewardId);
  return made;
}

function rewardOf(side: Side): { communityId: string; rewardId: string } {
  return { communityId: side.communityId, rewardId: keptAs('reward', side) };
}
