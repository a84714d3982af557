import { describe, expect, test } from 'vitest';
import type { QuarantinedEvent } from '../../src/database/functions.ts';
import { createQuarantine } from '../../src/pipeline/quarantine.ts';
import { fixture } from '../support/fixtures.ts';
import { createMemoryLog, failure, now } from './support.ts';

function create(failures: unknown[] = []) {
  const kept: QuarantinedEvent[] = [];
  const { log, lines } = createMemoryLog();
  const quarantine = createQuarantine({
    log,
    now: () => now,
    database: {
      quarantineEvent: async (event) => {
        kept.push(event);
        if (failures.length > 0) throw failures.shift();
        return null;
      },
    },
  });
  return { quarantine, kept, lines };
}

const payload = JSON.parse(fixture('chat-message')) as Record<string, unknown>;
const event = { webhookId: 'msg_1', payload };
const found = { reason: 'unknown-shape', communityId: 'biz_1', issues: ['data.message'] } as const;

describe('quarantine', () => {
  test('keeps what is needed to replay an event, without its words', async () => {
    const { quarantine, kept } = create();
    expect(await quarantine(event, { ...found, issues: [] })).toEqual({ status: 'quarantined' });
    expect(kept).toEqual([
      {
        communityId: 'biz_1',
        webhookId: 'msg_1',
        eventType: 'chat.message.created',
        reason: 'unknown-shape',
        payload: expect.stringContaining('"id":"post_1CWm8Qe2"') as string,
        receivedAt: now.toISOString(),
      },
    ]);
    expect(kept[0]?.payload).not.toContain('Shipped');
  });

  test('tells the log which parts were not as expected, and never the payload', async () => {
    const { quarantine, lines } = create();
    await quarantine(event, { ...found, issues: ['data.message'] });
    expect(lines).toMatchObject([
      { level: 40, msg: 'event quarantined', webhookId: 'msg_1', issues: ['data.message'] },
    ]);
    expect(JSON.stringify(lines)).not.toMatch(/Shipped|post_1CWm8Qe2/);
  });

  test('of an event that cannot be kept either leaves a trace of it', async () => {
    const { quarantine, kept } = create([failure('poison')]);
    const odd = { webhookId: `msg_\0${'x'.repeat(5000)}`, payload };
    expect(await quarantine(odd, { reason: 'refused-by-database', communityId: 'biz_\0' })).toEqual({
      status: 'quarantined',
    });
    expect(kept[1]).toMatchObject({ communityId: null, payload: '{}', reason: 'refused-by-database' });
    expect(kept[1]?.webhookId).toBe(`msg_${'x'.repeat(196)}`);
  });

  test('that does not reach the database fails and logs nothing', async () => {
    const { quarantine, kept, lines } = create([failure('unavailable')]);
    await expect(quarantine(event, { ...found, issues: [] })).rejects.toMatchObject({ kind: 'unavailable' });
    expect([kept.length, lines.length]).toEqual([1, 0]);
  });
});
