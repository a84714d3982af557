import { expect, test } from 'vitest';
import type { ProfileRow } from '../../src/database/functions.ts';
import { Batcher } from '../../src/pipeline/batcher.ts';
import { createSaveProfiles } from '../../src/pipeline/save-profiles.ts';
import { createGate, failure, now, settle } from './support.ts';

const accepted = { status: 'accepted', awards: 0 };

function create(saveProfiles: (rows: ProfileRow[]) => Promise<number>) {
  const calls: string[][] = [];
  const quarantined: string[] = [];
  const profiles = new Batcher(
    createSaveProfiles({
      database: {
        saveProfiles: (rows) => {
          calls.push(rows.map(({ userId }) => userId));
          return saveProfiles(rows);
        },
      },
      quarantine: async ({ webhookId }, { reason, communityId }) => {
        quarantined.push(`${webhookId} ${reason} ${communityId}`);
        return { status: 'quarantined' };
      },
    }),
  );
  const say = (userId: string) =>
    profiles.add({
      event: { webhookId: `msg_of_${userId}`, payload: {} },
      profile: {
        communityId: 'biz_1',
        userId,
        at: now,
        username: userId,
        displayName: null,
        avatarUrl: null,
      },
    });
  return { say, calls, quarantined };
}

test('profiles that arrive while some are being saved are saved in one call, and answered after it', async () => {
  const gate = createGate();
  const { say, calls } = create(() => gate.passed.then(() => 1));
  const answers = ['ana', 'ben', 'chidi'].map(say);
  let isAnswered = false;
  void answers[0]?.then(() => (isAnswered = true));
  await settle();
  expect(isAnswered).toBe(false);
  gate.open();
  expect(await Promise.all(answers)).toEqual([accepted, accepted, accepted]);
  expect(calls).toEqual([['ana'], ['ben', 'chidi']]);
});

test('a profile that the database refuses as data is quarantined alone', async () => {
  const { say, quarantined } = create(async (rows) => {
    if (rows.some(({ userId }) => userId === 'bad')) throw failure('poison');
    return rows.length;
  });
  const answers = await Promise.all(['ana', 'ben', 'bad', 'dana'].map(say));
  expect(answers).toEqual([accepted, accepted, { status: 'quarantined' }, accepted]);
  expect(quarantined).toEqual(['msg_of_bad refused-by-database biz_1']);
});

test('a database that is away rejects, so that Whop comes again', async () => {
  const { say, quarantined } = create(() => Promise.reject(failure('unavailable')));
  await expect(say('ana')).rejects.toMatchObject({ kind: 'unavailable' });
  expect(quarantined).toEqual([]);
});
