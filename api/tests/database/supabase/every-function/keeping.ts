import { randomUUID } from 'node:crypto';
import { keptAs, timeOf, type FunctionCall, type IntegrityCall, type Side } from './side.ts';

const LONG_AGO = '2000-01-01T00:00:00.000Z';
const LATER = '2000-06-01T00:00:00.000Z';

/** What the replicas of a service keep together. */
export const serving: FunctionCall[] = [
  ['keepServiceAlive', ({ functions }) => functions.keepServiceAlive(timeOf('21:00:00'))],
  ['finishReconciliation', finish],
  ['claimReconciliation', claimReconciliation],
  ['finishReconciliation', finish],
];

/** Resets, the quarantine, and who leaves. */
export const keeping: FunctionCall[] = [
  ['makeReset', makeReset],
  ['listResets', ({ functions, communityId }) => functions.listResets(communityId)],
  [
    'undoReset',
    (side) =>
      side.functions.undoReset({
        communityId: side.communityId,
        resetId: keptAs('reset', side),
        by: 'user_boss',
        at: timeOf('20:20:00'),
      }),
  ],
  ['quarantineEvent', (side) => quarantine(side, 'msg_1', timeOf('10:00:00'))],
  [
    'listQuarantinedEvents',
    ({ functions, communityId }) => functions.listQuarantinedEvents({ communityId, before: null, limit: 1 }),
  ],
  [
    'findQuarantinedEvents',
    ({ functions, communityId }) => functions.findQuarantinedEvents(communityId, null, 9),
  ],
  [
    'leaveQuarantine',
    ({ functions, communityId }) => functions.leaveQuarantine(communityId, ['msg_1', 'msg_9']),
  ],
  ['deleteExpiredEvents', deleteEvents],
  ['eraseMember', ({ functions, communityId }) => functions.eraseMember(communityId, 'user_ben')],
];

/** Checks, rebuilds and flags; before anybody leaves. */
export const checking: IntegrityCall[] = [
  [
    'listCommunityIds',
    ({ integrity, communityId }) => integrity.listCommunityIds(communityId.slice(0, -1), 1),
  ],
  ['findMismatches', ({ integrity, communityId }) => integrity.findMismatches(communityId, '', 100)],
  ['rebuildMembers', ({ integrity, communityId }) => integrity.rebuildMembers(communityId, '', 100)],
  ['claimIntegrityCheck', claimCheck],
  ['releaseIntegrityCheck', ({ integrity }) => integrity.releaseIntegrityCheck()],
  ['saveIntegrityCheck', (side) => saveCheck(side, timeOf('22:00:00'))],
  ['listIntegrityChecks', ({ integrity, communityId }) => integrity.listIntegrityChecks(communityId, 10)],
  ['deleteExpiredChecks', deleteChecks],
  [
    'raiseFlags',
    ({ integrity, communityId }) => integrity.raiseFlags(communityId, '2026-01-06T12:00:00.000Z'),
  ],
  [
    'listFlags',
    async ({ integrity, communityId, kept }) => {
      const flags = await integrity.listFlags(communityId, 10);
      kept.set('flag', flags[0]?.flagId ?? '');
      return flags;
    },
  ],
  [
    'dismissFlag',
    (side) =>
      side.integrity.dismissFlag({
        communityId: side.communityId,
        flagId: keptAs('flag', side),
        at: timeOf('22:30:00'),
        by: 'user_boss',
      }),
  ],
];

function makeReset({ functions, communityId, kept }: Side): Promise<unknown> {
  const resetId = randomUUID();
  kept.set('reset', resetId);
  const reset = { communityId, resetId, userId: null, reason: 'New season', by: 'user_boss' };
  return functions.makeReset({ ...reset, at: timeOf('20:10:00') });
}

function quarantine({ functions, communityId }: Side, webhookId: string, receivedAt: string): Promise<null> {
  const event = { communityId, webhookId, eventType: 'chat.message.created', reason: 'unknown-shape' };
  return functions.quarantineEvent({ ...event, payload: '{"id":"msg"}', receivedAt });
}

function finish({ functions }: Side): Promise<null> {
  const at = timeOf('21:00:00');
  return functions.finishReconciliation({ startedAt: at, at, complete: true, pauseSeconds: 0, report: null });
}

/** What the other side has taken is given back first. */
async function claimReconciliation(side: Side): Promise<string | null> {
  await finish(side);
  return side.functions.claimReconciliation(timeOf('21:00:00'), 0);
}

/** The same, passing over whatever else the database has. */
async function claimCheck({ integrity, communityId }: Side): Promise<string | null> {
  await integrity.releaseIntegrityCheck();
  const others = (await integrity.listCommunityIds('', 100_000)).filter((id) => id !== communityId);
  return integrity.claimIntegrityCheck({
    at: timeOf('21:30:00'),
    since: timeOf('21:30:00'),
    skipping: others,
  });
}

async function deleteEvents(side: Side): Promise<number> {
  await quarantine(side, 'msg_2', LONG_AGO);
  return side.functions.deleteExpiredEvents(LATER);
}

async function deleteChecks(side: Side): Promise<number> {
  await saveCheck(side, LONG_AGO);
  return side.integrity.deleteExpiredChecks(LATER);
}

function saveCheck({ integrity, communityId }: Side, checkedAt: string): Promise<null> {
  const mismatches = [{ userId: 'user_ana', what: 'xp', stored: 1, fromLog: Number.MAX_SAFE_INTEGER }];
  return integrity.saveIntegrityCheck(communityId, {
    checkedAt,
    ok: false,
    members: 4,
    counts: { xp: 1 },
    mismatches,
  });
}
