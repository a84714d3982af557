import { beforeEach, expect, it } from 'vitest';
import { WhopAnswers } from '../../src/identity/whop-access.ts';
import { WhopError, type WhopErrorKind } from '../../src/whop/port.ts';
import { ScriptedWhop } from '../support/scripted-whop.ts';

const MINUTE_MS = 60_000;

let now: number;
let whop: ScriptedWhop;
let answers: WhopAnswers;
beforeEach(() => {
  now = Date.parse('2026-11-20T18:00:00Z');
  whop = new ScriptedWhop();
  whop.access.set('user_1@biz_1', 'customer');
  whop.companies.set('exp_1', 'biz_1');
  whop.owners.set('biz_1', 'user_owner');
  answers = new WhopAnswers({ whop, now: () => new Date(now) });
});

it('asks about a user and a company once a minute, however often and however many want to know', async () => {
  const got = await Promise.all(Array.from({ length: 50 }, () => answers.getAccess('user_1', 'biz_1')));
  expect(new Set(got)).toEqual(new Set(['customer']));
  expect(await answers.getAccess('user_1', 'biz_2')).toBe('no_access');
  expect(await answers.getAccess('user_2', 'biz_1')).toBe('no_access');
  now += MINUTE_MS - 1;
  await answers.getAccess('user_1', 'biz_1');
  expect(whop.calls).toHaveLength(3);
  whop.access.delete('user_1@biz_1');
  now += 1;
  expect(await answers.getAccess('user_1', 'biz_1')).toBe('no_access');
});

it('keeps for a day whose an experience is', async () => {
  expect(await answers.getCompanyId('exp_1')).toBe('biz_1');
  now += 23 * 60 * MINUTE_MS;
  expect(await answers.getCompanyId('exp_1')).toBe('biz_1');
  expect(whop.calls).toEqual(['getExperience exp_1']);
});

it('does not ask again at once for an experience that Whop does not know', async () => {
  for (let time = 0; time < 3; time += 1) {
    await expect(answers.getCompanyId('exp_new')).rejects.toMatchObject({ code: 'unknown-experience' });
  }
  expect(whop.calls).toEqual(['getExperience exp_new']);
  whop.companies.set('exp_new', 'biz_1');
  now += MINUTE_MS;
  expect(await answers.getCompanyId('exp_new')).toBe('biz_1');
});

it('knows for ten minutes whose a company is', async () => {
  expect(await answers.isOwner('user_owner', 'biz_1')).toBe(true);
  expect(await answers.isOwner('user_1', 'biz_1')).toBe(false);
  now += 9 * MINUTE_MS;
  whop.owners.set('biz_1', 'user_1');
  expect(await answers.isOwner('user_1', 'biz_1')).toBe(false);
  now += MINUTE_MS;
  expect(await answers.isOwner('user_1', 'biz_1')).toBe(true);
  expect(whop.calls).toHaveLength(2);
});

it('takes nobody for the owner where Whop does not tell or cannot be asked', async () => {
  whop.owners.set('biz_1', null);
  expect(await answers.isOwner('user_owner', 'biz_1')).toBe(false);
  whop.failure = new WhopError('unavailable', 'down');
  expect(await answers.isOwner('user_owner', 'biz_2')).toBe(false);
});

it('lets nobody in where Whop knows no such user or company', async () => {
  whop.failure = new WhopError('not-found', 'unknown');
  expect(await answers.getAccess('user_1', 'biz_1')).toBe('no_access');
});

it.each<[WhopErrorKind, number | undefined, number]>([
  ['unavailable', undefined, 5],
  ['over-budget', 12_300, 13],
  ['refused', undefined, 60],
])(
  'answers 503 where Whop is %s (told to wait %o ms), and asks again next time',
  async (kind, told, seconds) => {
    whop.failure = new WhopError(kind, 'what Whop said', { retryAfterMs: told });
    for (const asked of [() => answers.getAccess('user_1', 'biz_1'), () => answers.getCompanyId('exp_1')]) {
      await expect(asked()).rejects.toMatchObject({
        code: 'whop-unavailable',
        retryAfterSeconds: seconds,
        message: expect.not.stringContaining('what Whop said'),
      });
    }
    whop.failure = undefined;
    expect(await answers.getAccess('user_1', 'biz_1')).toBe('customer');
  },
);
