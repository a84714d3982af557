import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { startIdentityServer, type IdentityServer } from '../support/identity-server.ts';
import { startTestServer } from '../support/test-server.ts';
import { WhopError } from '../../src/whop/port.ts';
import { Creator } from './support.ts';

let server: IdentityServer;
let creator: Creator;
let tests = 0;
beforeAll(async () => {
  server = await startIdentityServer();
});
afterAll(() => server.stop());
beforeEach(async () => {
  const communityId = `biz_${(tests += 1)}`;
  await server.addCommunity(communityId, 'public');
  const { key } = await server.addKey(communityId, 'secret');
  creator = new Creator(server, communityId, { authorization: `Bearer ${key}` });
  server.whop.companies.clear();
  for (const id of ['exp_chat', 'exp_course']) server.whop.companies.set(id + tests, communityId);
  server.whop.companies.set(`exp_foreign${tests}`, 'biz_other');
  server.whop.failure = undefined;
  server.whop.calls.length = 0;
});

const id = (name: string): string => `exp_${name}${tests}`;
const rules = (noXp: string[], boosted: string[] = []) => ({
  noXpExperiences: noXp.map(id),
  multipliers: boosted.length > 0 ? [{ name: 'boost', factor: 2, experiences: boosted.map(id) }] : [],
});

it('takes the experiences that Whop says are the community’s', async () => {
  const { status, body } = await creator.save({ rules: rules(['chat'], ['course', 'chat']) });
  expect(status).toBe(200);
  expect(body.rules).toMatchObject(rules(['chat'], ['course', 'chat']));
  expect(server.whop.calls.toSorted()).toEqual([
    `getExperience ${id('chat')}`,
    `getExperience ${id('course')}`,
  ]);
});

it('refuses those that Whop does not know or that are another community’s, each with its path', async () => {
  const { status, body } = await creator.save({ rules: rules(['chat', 'gone'], ['course', 'foreign']) });
  expect(status).toBe(400);
  expect(body.errors).toEqual([
    { path: 'rules.noXpExperiences.1', message: 'is no experience of this community: check the id' },
    {
      path: 'rules.multipliers.0.experiences.1',
      message: 'is no experience of this community: check the id',
    },
  ]);
  expect((await creator.read()).body.version).toBe(1);
});

it('saves nothing while Whop cannot be asked', async () => {
  server.whop.failure = new WhopError('unavailable', 'away');
  const answer = await creator.save({ rules: rules(['chat']) });
  expect(answer).toMatchObject({ status: 503, body: { code: 'whop-unavailable' } });
  expect(answer.headers.get('retry-after')).toBe('5');
  expect((await creator.read()).body.version).toBe(1);
});

it('asks about none that the former version named, and a rollback needs no Whop', async () => {
  await creator.save({ rules: rules(['chat']) });
  server.whop.companies.clear();
  server.whop.failure = new WhopError('unavailable', 'away');
  expect(await creator.save({ rules: { ...rules(['chat'], ['chat']), dailyCap: 5 } })).toMatchObject({
    status: 200,
  });
  expect(await creator.save({ chatXp: 3 })).toMatchObject({ status: 200 });
  expect(await creator.save({ rules: {} })).toMatchObject({ status: 200 });
  expect(await creator.rollback(5, 2)).toMatchObject({ status: 200, body: { rules: rules(['chat']) } });
});

it('asks about hundreds, a few at a time', async () => {
  const many = Array.from({ length: 120 }, (_, index) => `room${index}`);
  for (const name of many) server.whop.companies.set(id(name), `biz_${tests}`);
  expect(await creator.save({ rules: rules(many) })).toMatchObject({ status: 200 });
  expect(server.whop.calls).toHaveLength(120);
});

it('without a key for Whop looks at the shape of an id alone', async () => {
  const alone = await startTestServer();
  const { functions, communityDefaults, identities } = alone.context;
  await functions.ensureCommunities(['biz_alone'], communityDefaults);
  const key = await identities.keys.create('biz_alone', { kind: 'secret' });
  const owner = new Creator(alone, 'biz_alone', { authorization: `Bearer ${key?.key}` });
  expect(await owner.save({ rules: { noXpExperiences: ['exp_any'] } })).toMatchObject({ status: 200 });
  const { body } = await owner.save({ rules: { noXpExperiences: ['exp_any', 'prod_any'] } });
  expect(body.errors).toMatchObject([{ path: 'rules.noXpExperiences.1' }]);
  await alone.stop();
});
