import { levelThresholds } from '@wee5/contract';
import { awardOf } from '../../../support/award.ts';
import { keptAs, timeOf, type FunctionCall, type Side } from './side.ts';

/** More than the rows that PostgREST answers at most, unless it is told otherwise. */
const MANY = 1200;

/** What makes a community and its members. */
export const earning: FunctionCall[] = [
  ['getSchemaVersion', ({ functions }) => functions.getSchemaVersion()],
  ['ensureCommunities', ({ functions, communityId }) => functions.ensureCommunities([communityId], defaults)],
  ['awardXp', ({ functions, ...side }) => functions.awardXp(awardsOf(side.communityId))],
  [
    'takeBack',
    ({ functions, communityId }) =>
      functions.takeBack([
        {
          communityId,
          key: 'refund:rfnd_1',
          ofKey: 'payment:pay_1',
          share: 0.25,
          reason: 'refund',
          at: timeOf('13:00:00'),
        },
      ]),
  ],
  [
    'saveMemberships',
    ({ functions, communityId }) =>
      functions.saveMemberships([
        {
          communityId,
          id: 'mem_1',
          userId: 'user_ana',
          productId: 'prod_1',
          active: true,
          at: timeOf('09:00:00'),
        },
      ]),
  ],
  [
    'findProducts',
    ({ functions, communityId }) =>
      functions.findProducts(
        Array.from({ length: MANY }, () => ({ communityId, userId: 'user_ana', at: timeOf('10:00:00') })),
      ),
  ],
  ['listMemberships', ({ functions, communityId }) => functions.listMemberships(communityId, null, 10)],
  [
    'touchMembers',
    ({ functions, communityId }) =>
      functions.touchMembers([{ communityId, userId: 'user_ana', at: timeOf('14:00:00') }]),
  ],
  [
    'saveProfiles',
    ({ functions, communityId }) =>
      functions.saveProfiles([
        {
          communityId,
          userId: 'user_ana',
          username: 'ana',
          displayName: 'Ana “🎉” Duarte',
          avatarUrl: null,
          fetchedAt: timeOf('15:00:00'),
        },
      ]),
  ],
  [
    'findStaleProfiles',
    ({ functions, communityId }) =>
      functions.findStaleProfiles(communityId, ['user_ana', 'user_ben', 'user_nobody'], timeOf('16:00:00')),
  ],
  ['createApiKey', createKey],
  ['listApiKeys', ({ functions, communityId }) => functions.listApiKeys(communityId)],
  ['findApiKey', ({ functions, communityId }) => functions.findApiKey(hashOf(communityId))],
  [
    'touchApiKeys',
    ({ functions, ...side }) =>
      functions.touchApiKeys([
        {
          communityId: side.communityId,
          keyId: keptAs('key', { functions, ...side }),
          at: timeOf('12:00:00'),
        },
      ]),
  ],
  [
    'revokeApiKey',
    (side) => side.functions.revokeApiKey(side.communityId, keptAs('key', side), timeOf('17:00:00')),
  ],
];

const defaults = { visibility: 'public' as const, levelThresholds: levelThresholds({ kind: 'mee6' }, 20) };

function awardsOf(communityId: string) {
  const lessons = Array.from({ length: MANY }, (_, index) =>
    awardOf({
      communityId,
      userId: 'user_busy',
      type: 'lesson',
      key: `lesson:user_busy:${index}`,
      at: new Date(Date.parse(timeOf('10:00:00')) + index * 100).toISOString(),
      xp: 1,
    }),
  );
  const ana = { communityId, userId: 'user_ana' };
  return [
    ...lessons,
    awardOf({ ...ana, key: 'chat:post_1', at: timeOf('09:00:00') }),
    awardOf({ ...ana, key: 'chat:post_2', at: timeOf('09:00:30') }),
    awardOf({ ...ana, type: 'payment', key: 'payment:pay_1', at: timeOf('12:00:00'), xp: 400 }),
    awardOf({ communityId, userId: 'user_ben', key: 'chat:post_3', at: timeOf('11:00:00') }),
  ];
}

async function createKey({ functions, communityId, kept }: Side): Promise<unknown> {
  const key = { communityId, kind: 'secret', keyHash: hashOf(communityId), label: null } as const;
  const made = await functions.createApiKey({ ...key, allowedOrigins: [] });
  if (made) kept.set('key', made.keyId);
  return made;
}

/** Another one for every community, since no two keys are the same. */
function hashOf(communityId: string): string {
  return Buffer.from(communityId).toString('hex').padEnd(64, '0').slice(-64);
}
