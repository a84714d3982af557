import type { RankCard } from '@wee5/contract';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { personas } from '../../dev/personas.ts';
import { prepareCommunity } from '../../dev/prepare-community.ts';
import { SimulatedCommunity } from '../../dev/simulated-community.ts';
import type { Delivery } from '../../dev/whop-sender.ts';
import { WhopPayloads } from '../../dev/whop-payloads.ts';
import { WhopSender } from '../../dev/whop-sender.ts';
import { translate } from '../../src/pipeline/translate.ts';
import { secret, startTestServer, type TestServer } from '../support/test-server.ts';

const [ana] = personas;
if (!ana) throw new Error('The demo has no members.');

let server: TestServer;
let community: SimulatedCommunity;
const deliveries: Delivery[] = [];
beforeAll(async () => {
  server = await startTestServer({ now: () => new Date() });
  const sender = new WhopSender({
    url: `${server.url}/api/webhook`,
    secret,
    onDelivery: (delivery) => deliveries.push(delivery),
  });
  community = new SimulatedCommunity({ communityId: 'biz_demo', sender, readCard: async () => null });
  const empty = { backlog: async () => undefined } as unknown as SimulatedCommunity;
  await prepareCommunity(server.context.functions, empty, 'biz_demo', () => undefined);
});
afterAll(() => server.stop());

/** What became of the deliveries since the last time. */
const answers = () => deliveries.splice(0).map(({ envelope, answer }) => [envelope.type, answer?.body]);
const xp = async () => {
  const card = await server.read<RankCard>(`/api/v1/communities/biz_demo/members/${ana.id}`);
  return card.body.xp;
};

it('lessons, memberships and payments of the demo earn, and a refund takes its part back', async () => {
  await community.study(ana);
  await community.study(ana);
  await community.buy(ana);
  await community.buy(ana);
  const earned = { status: 'accepted', awards: 1 };
  expect(answers()).toEqual([
    ['course_lesson_interaction.completed', earned],
    ['course_lesson_interaction.completed', earned],
    ['membership.activated', earned],
    ['payment.succeeded', earned],
    ['payment.succeeded', earned],
  ]);
  expect(await xp()).toBe(25 * 2 + 50 + 29 * 2);
  await community.refund();
  expect(answers()).toEqual([['refund.created', { status: 'accepted', awards: 0 }]]);
  expect(25 * 2 + 50 + 29 * 2 - (await xp())).toSatisfy((taken: number) => [29, 15].includes(taken));
});

it('a refund without a payment sends nothing', async () => {
  await community.refund();
  await community.refund();
  deliveries.length = 0;
  await community.refund();
  expect(answers()).toEqual([]);
});

it('a membership that ends is one that Wee5 understands', () => {
  const held = { member: ana, membershipId: 'mem_1' };
  const ended = new WhopPayloads('biz_demo').membership('membership.deactivated', held, new Date());
  expect(translate(ended, new Date())).toMatchObject({ meaning: { memberships: [{ active: false }] } });
});
