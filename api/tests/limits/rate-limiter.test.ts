import { expect, test } from 'vitest';
import { anonymous, type Identity } from '../../src/identity/identity.ts';
import { MemoryLimits } from '../../src/limits/memory.ts';
import { policies } from '../../src/limits/policies.ts';
import type { LimitStore } from '../../src/limits/port.ts';
import { RateLimiter } from '../../src/limits/rate-limiter.ts';
import { subjectOf } from '../../src/limits/subject-of.ts';
import { createClock, createMemoryLog, settle } from '../pipeline/support.ts';

function create() {
  const clock = createClock();
  const memory = new MemoryLimits({ now: clock.now });
  const asked: string[] = [];
  const faults: { take?: () => Promise<never> } = {};
  const store: LimitStore = {
    name: 'memory',
    take: (subject, policy) => (asked.push(subject), faults.take?.() ?? memory.take(subject, policy)),
  };
  const { log, lines } = createMemoryLog();
  let failures = 0;
  const limiter = new RateLimiter({
    store,
    log,
    elapsed: () => clock.now().getTime(),
    onFailure: () => (failures += 1),
    policies: { ip: { quota: 1, windowSeconds: 60 } },
  });
  return { limiter, clock, asked, faults, lines, failures: () => failures };
}

test('counts each kind under its own rule', async () => {
  const { limiter } = create();
  expect(await limiter.take({ kind: 'ip', id: 'a' })).toMatchObject({ allowed: true, remaining: 0 });
  expect(await limiter.take({ kind: 'ip', id: 'a' })).toMatchObject({ allowed: false });
  expect(await limiter.take({ kind: 'key', id: 'a' })).toMatchObject({
    allowed: true,
    remaining: policies.key.quota - 1,
    policy: policies.key,
  });
});

test('hands neither keys nor addresses to the store', async () => {
  const { limiter, asked } = create();
  await limiter.take({ kind: 'key', id: 'sk_hunter2' });
  await limiter.take({ kind: 'key', id: 'sk_hunter3' });
  await limiter.take({ kind: 'ip', id: '203.0.113.7' });
  expect(asked.join()).not.toMatch(/hunter|203/);
  expect(new Set(asked).size).toBe(3);
  expect(asked.every((subject) => /^(key|ip):[\w-]{22}$/.test(subject))).toBe(true);
});

test('allows everything while its store fails, asks it rarely, and says so once', async () => {
  const { limiter, faults, asked, lines, clock, failures } = create();
  faults.take = () => Promise.reject(new Error('connection refused'));
  for (let time = 0; time < 50; time += 1) {
    expect(await limiter.take({ kind: 'ip', id: 'a' })).toBeUndefined();
  }
  expect([asked.length, failures(), limiter.degraded]).toEqual([1, 1, true]);
  delete faults.take;
  clock.advance(250);
  await limiter.take({ kind: 'ip', id: 'b' });
  await settle();
  expect(await limiter.take({ kind: 'ip', id: 'a' })).toMatchObject({ allowed: true });
  expect(lines.map(({ msg }) => msg)).toEqual([
    'counting requests (memory) fails; going on without',
    'counting requests (memory) works again',
  ]);
});

const member = (communityId: string, userId: string): Identity => ({
  kind: 'member',
  communityId,
  userId,
  access: 'member',
  isOwner: false,
  via: 'member-token',
  expiresAt: new Date(0),
});

test('a member is counted by who they are, wherever they are', () => {
  const here = subjectOf(member('biz_1', 'user_1'), '203.0.113.7');
  expect(subjectOf(member('biz_1', 'user_1'), '198.51.100.1')).toEqual(here);
  expect(subjectOf(member('biz_2', 'user_1'), '203.0.113.7')).not.toEqual(here);
  expect(subjectOf(member('biz_1', 'user_2'), '203.0.113.7')).not.toEqual(here);
});

test('a secret key is counted for itself, a publishable one for each visitor', () => {
  const key = { communityId: 'biz_1', keyId: 'key_1' };
  expect(subjectOf({ kind: 'server', ...key }, '203.0.113.7').kind).toBe('key');
  expect(subjectOf({ kind: 'page', ...key }, '203.0.113.7')).toEqual(subjectOf(anonymous, '203.0.113.7'));
});

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['::FFFF:203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:0DB8:0001:0002:ffff::1', '2001:db8:1:2'],
  ['2001:db8::1', '2001:db8:0:0'],
  ['2001:db8:1::', '2001:db8:1:0'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
  ['::1', '0:0:0:0'],
])('an address counts with those its holder has as well: %s', (address, network) => {
  expect(subjectOf(anonymous, address)).toEqual({ kind: 'ip', id: network });
});

test('a request whose address is gone is counted too', () => {
  expect(subjectOf(anonymous, undefined)).toEqual({ kind: 'ip', id: '' });
});
