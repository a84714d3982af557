import { pino } from 'pino';
import { beforeEach, describe, expect, it } from 'vitest';
import { findMissing } from '../../src/reconcile/find-missing.ts';
import { ourWebhooks } from '../../src/reconcile/our-webhooks.ts';
import { reconcile } from '../../src/reconcile/reconcile.ts';
import { WhopError } from '../../src/whop/port.ts';
import { ScriptedWhop } from './scripted-whop.ts';

const at = (time: string): Date => new Date(`2026-11-20T${time}Z`);
const since = at('18:00:00');
let whop: ScriptedWhop;
beforeEach(() => {
  whop = new ScriptedWhop();
});

const run = (waitsMs = [0, 0]) =>
  reconcile(since, {
    whop,
    publicUrl: 'https://xp.example.com',
    log: pino({ level: 'silent' }),
    waitsMs,
  });

describe('findMissing', () => {
  it('finds what no delivery has brought, in the order of the last try', async () => {
    whop.deliver('msg_late', at('18:03:00'), false);
    whop.deliver('msg_retried', at('18:01:00'), false);
    whop.deliver('msg_retried', at('18:01:10'), true);
    whop.deliver('msg_early', at('18:02:00'), false);
    whop.deliver('msg_early', at('18:02:10'), false);
    expect(await findMissing(whop, { webhook: 'hook_1', since })).toEqual([
      { eventId: 'msg_early', sentAt: at('18:02:10') },
      { eventId: 'msg_late', sentAt: at('18:03:00') },
    ]);
  });

  it('takes every failed attempt for one missing whose record does not hold the event', async () => {
    whop.deliver(null, at('18:01:00'), false);
    whop.deliver(null, at('18:01:10'), true);
    expect(await findMissing(whop, { webhook: 'hook_1', since })).toEqual([
      { eventId: null, sentAt: at('18:01:00') },
    ]);
  });
});

describe('ourWebhooks', () => {
  it.each([
    ['https://xp.example.com/api/webhook', 'https://xp.example.com', true],
    ['https://xp.example.com/api/webhook/', 'https://xp.example.com', true],
    ['https://xp.example.com/base/api/webhook', 'https://xp.example.com/base', true],
    ['https://other.example.com/api/webhook', 'https://xp.example.com', false],
    ['https://xp.example.com/elsewhere', 'https://xp.example.com', false],
    ['https://anything.example.com/api/webhook', undefined, true],
    ['not an address', undefined, false],
  ])('%s at %s: %s', async (url, publicUrl, leadsHere) => {
    whop.webhooks = [{ webhookId: 'hook_1', url, enabled: true }];
    const found = ourWebhooks(whop, publicUrl);
    if (leadsHere) expect(await found).toEqual(['hook_1']);
    else
      await expect(found).rejects.toThrow(
        'None of the 1 webhooks that Whop lists leads here: set PUBLIC_URL',
      );
  });

  it('leaves out one that is disabled', async () => {
    whop.webhooks = [{ webhookId: 'hook_1', url: 'https://xp.example.com/api/webhook', enabled: false }];
    await expect(ourWebhooks(whop, undefined)).rejects.toThrow('check that the webhook is enabled');
  });
});

describe('reconcile', () => {
  it('asks for nothing when everything has arrived', async () => {
    whop.deliver('msg_1', at('18:01:00'), true);
    expect(await run()).toEqual({ since: since.toISOString(), missed: 0, recovered: 0 });
    expect(whop.replays).toEqual([]);
  });

  it('has the stretch of time replayed in which something is missing, and waits for its arrival', async () => {
    whop.deliver('msg_1', at('18:01:00'), false);
    whop.deliver('msg_2', at('18:05:00'), false);
    expect(await run()).toEqual({ since: since.toISOString(), missed: 2, recovered: 2 });
    expect(whop.replays).toEqual([
      ['hook_1', { sentAfter: at('18:00:59'), sentBefore: at('18:05:01'), failedOnly: true }],
    ]);
  });

  it('does not wait for what Whop does not name', async () => {
    whop.deliver(null, at('18:01:00'), false);
    whop.onReplay = () => {};
    expect(await run()).toMatchObject({ missed: 1, recovered: 1 });
    expect(whop.replays).toHaveLength(1);
  });

  it('tells how many did not arrive in the end', async () => {
    whop.deliver('msg_1', at('18:01:00'), false);
    whop.deliver('msg_2', at('18:05:00'), false);
    whop.onReplay = () => whop.deliver('msg_2', at('18:20:00'), true);
    expect(await run()).toEqual({ since: since.toISOString(), missed: 2, recovered: 1 });
  });

  it('does not count what fails for the first time meanwhile', async () => {
    whop.deliver('msg_1', at('18:01:00'), false);
    whop.onReplay = () => {
      whop.deliver('msg_1', at('18:20:00'), true);
      whop.deliver('msg_new', at('18:20:01'), false);
    };
    expect(await run([0])).toEqual({ since: since.toISOString(), missed: 1, recovered: 1 });
  });

  it('waits as long as Whop says where its limit is reached, and asks once more', async () => {
    whop.deliver('msg_1', at('18:01:00'), false);
    let refusals = 0;
    const { onReplay } = whop;
    whop.onReplay = () => {
      if (refusals++ === 0)
        throw new WhopError('over-budget', 'Try again in 0 seconds.', { retryAfterMs: 0 });
      onReplay();
    };
    expect(await run()).toMatchObject({ missed: 1, recovered: 1 });
    expect(whop.replays).toHaveLength(2);
  });

  it('passes on what Whop refuses', async () => {
    whop.deliver('msg_1', at('18:01:00'), false);
    whop.onReplay = () => {
      throw new WhopError('refused', 'The key lacks developer:manage_webhook.');
    };
    await expect(run()).rejects.toThrow('developer:manage_webhook');
  });
});
