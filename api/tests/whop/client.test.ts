import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WhopPayloads } from '../../dev/whop-payloads.ts';
import { WhopSimulator } from '../../dev/whop-simulator/whop-simulator.ts';
import type { WhopClient } from '../../src/whop/client.ts';
import { createClock } from '../pipeline/support.ts';
import { clientOf, stateWorld } from './support.ts';

const payloads = new WhopPayloads('biz_1');
const author = { id: 'user_ana', username: 'anad', name: 'Ana', eagerness: 1, history: 0 };

describe.each(['original', 'current'] as const)('asks Whop in its %s generation', (generation) => {
  let whop: WhopSimulator;
  let client: WhopClient;
  let clock: ReturnType<typeof createClock>;
  beforeEach(async () => {
    clock = createClock();
    whop = await WhopSimulator.start({ generation, now: clock.now });
    stateWorld(whop);
    client = clientOf(whop);
  });
  afterEach(() => whop.stop());

  it('what a user may do', async () => {
    expect(await client.getAccess('user_ana', 'biz_1')).toBe('admin');
    expect(await client.getAccess('user_ben', 'exp_1')).toBe('customer');
    expect(await client.getAccess('user_eve', 'exp_1')).toBe('no_access');
  });

  it('whose an experience is, what a company is called and who owns it', async () => {
    expect(await client.getExperience('exp_1')).toEqual({ experienceId: 'exp_1', companyId: 'biz_1' });
    const company = { companyId: 'biz_1', title: 'Makers Guild', ownerUserId: 'user_ana' };
    expect(await client.getCompany('biz_1')).toEqual(company);
  });

  it('who somebody is in a company, with a picture only where it is https', async () => {
    const ana = { userId: 'user_ana', username: 'anad', displayName: 'Ana Duarte' };
    const avatarUrl = 'https://assets.whop.com/ana.png';
    expect(await client.getProfile({ userId: 'user_ana', companyId: 'biz_1' })).toEqual({
      ...ana,
      avatarUrl,
    });
    expect(whop.calls.at(-1)?.path).toBe('/api/v1/users/user_ana?account_id=biz_1');
    for (const bad of ['http://assets.whop.com/ana.png', 'javascript:alert(1)', 'not a url']) {
      whop.world.addUser({ id: 'user_ben', pictureUrl: bad });
      const ben = await client.getProfile({ userId: 'user_ben', companyId: 'biz_1' });
      expect(ben).toEqual({ userId: 'user_ben', username: 'ben', displayName: null, avatarUrl: null });
    }
  });

  it('for its own webhooks, and for their deliveries since a time, most recent first', async () => {
    const url = 'http://127.0.0.1:1/api/webhook';
    const webhook = whop.addWebhook({ url, retryScale: 0 });
    whop.addWebhook({ url: 'http://127.0.0.1:1/other' }).enabled = false;
    expect(await client.listWebhooks()).toMatchObject([
      { webhookId: webhook.id, url, enabled: true },
      { enabled: false },
    ]);

    await webhook.send(message(0));
    clock.advance(60_000);
    const since = clock.now();
    for (let index = 1; index <= 30; index += 1) {
      await webhook.send(message(index));
      clock.advance(1);
    }
    const listed = [];
    for await (const delivery of client.listDeliveries(webhook.id, since)) listed.push(delivery);
    expect(listed).toHaveLength(4 * 30);
    expect(new Set(listed.map(({ eventId }) => eventId)).size).toBe(30);
    expect(listed[0]).toMatchObject({ eventType: 'chat.message.created', succeeded: false });
    const times = listed.map(({ sentAt }) => sentAt.getTime());
    expect(times).toEqual(times.toSorted((a, b) => b - a));
    expect(whop.callsOf('webhooks.listDeliveries').length).toBe(3);
  });
});

it('asks for a replay in a stretch of time', async () => {
  const whop = await WhopSimulator.start();
  const webhook = whop.addWebhook({ url: 'http://127.0.0.1:1/', retryScale: 0 });
  await webhook.send(message(1));
  const sentAfter = new Date(Date.now() - 60_000);
  await clientOf(whop).replayDeliveries(webhook.id, { sentAfter, failedOnly: true });
  await webhook.idle();
  expect(webhook.kept().map(({ replayedFrom }) => replayedFrom !== null)).toEqual([
    ...Array.from({ length: 4 }, () => false),
    true,
  ]);
  webhook.enabled = false;
  await expect(
    clientOf(whop).replayDeliveries(webhook.id, { sentAfter, failedOnly: true }),
  ).rejects.toMatchObject({ kind: 'refused' });
  await whop.stop();
});

function message(index: number) {
  const sent = { id: `post_${index}`, author, at: new Date(), content: 'Hello' };
  return { ...payloads.message(sent), id: `msg_${index}` };
}
