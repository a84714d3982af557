import { expect, test } from 'vitest';
import { functions, rolledBack, rows } from '../support/index.ts';
import { quarantined } from './quarantined.ts';

test('older than 30 days goes, and how many is said; 30 days and newer stay', async () => {
  await rolledBack(async () => {
    // Long before any other test's events, which must not be counted.
    for (const receivedAt of ['2001-01-01T11:59:59Z', '2001-01-01T12:00:00Z', '2001-01-20T12:00:00Z']) {
      await functions.quarantineEvent(quarantined({ receivedAt }));
    }

    expect(await functions.deleteExpiredEvents('2001-01-31T12:00:00Z')).toBe(1);
    expect(await functions.deleteExpiredEvents('2001-01-31T12:00:00Z')).toBe(0);
    expect(
      await rows(`select from public.quarantined_events where received_at < timestamptz '2002-01-01Z'`),
    ).toHaveLength(2);
  });
});
