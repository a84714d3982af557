import { describe, expect, test } from 'vitest';
import type { Meaning, TakeBack, Translation } from '../../src/pipeline/activity.ts';
import { translate } from '../../src/pipeline/translate.ts';
import { changed } from '../support/fixtures.ts';
import { now } from './support.ts';

const biz = 'biz_9Qm4tXw2LrK7Hs';
const ana = 'user_7GhP2mWq9LsX1';
const money = (amount: string) => ({ amount, currency: 'usd', decimals: 2, display_decimals: 2 });

describe('a lesson', () => {
  test('is an activity of its member in the course’s experience, once per member and lesson', () => {
    expect(meaningOf('lesson-completed')).toEqual({
      communityId: biz,
      activities: [
        {
          communityId: biz,
          userId: ana,
          type: 'lesson',
          key: `lesson:${ana}:lesn_4Kd9`,
          at: new Date('2026-11-20T18:04:51.000Z'),
          username: 'anad',
          displayName: 'Ana Duarte',
          experienceId: 'exp_9PcourseX2',
          counterpartId: null,
          contentLength: 0,
        },
      ],
      takeBacks: [],
      memberships: [],
    });
  });

  test('that is not completed is ignored', () => {
    expect(reasonOf('lesson-completed', { 'data.completed': false })).toBe('lesson-not-completed');
  });
});

describe('a membership', () => {
  test('that begins is an activity, a word about who has what, and takes back its taking back', () => {
    const at = new Date('2026-11-20T18:04:02.000Z');
    expect(meaningOf('membership-activated')).toEqual({
      communityId: biz,
      activities: [
        {
          communityId: biz,
          userId: ana,
          type: 'membership',
          key: 'membership:mem_3Vb7Nc1',
          at,
          username: 'anad',
          displayName: 'Ana Duarte',
          experienceId: null,
          counterpartId: null,
          contentLength: 0,
          productId: 'prod_1Qq8',
          joinedAt: new Date('2026-11-20T18:04:01.000Z'),
        },
      ],
      takeBacks: [deactivation(0, at)],
      memberships: [
        { communityId: biz, id: 'mem_3Vb7Nc1', userId: ana, productId: 'prod_1Qq8', active: true, at },
      ],
    });
  });

  test('of the flat shape says the same, but for a name and a time of joining', () => {
    const legacy = meaningOf('membership-activated');
    const flat = meaningOf('membership-activated-account-shape');
    const [activity] = legacy.activities;
    expect(flat).toEqual({
      ...legacy,
      activities: [{ ...activity, username: null, displayName: null, joinedAt: null }],
    });
  });

  test('that ends is a word about it, and takes its activity back', () => {
    const at = new Date('2026-11-20T18:04:55.000Z');
    expect(meaningOf('membership-deactivated')).toMatchObject({
      activities: [],
      takeBacks: [deactivation(1, at)],
      memberships: [{ id: 'mem_3Vb7Nc1', active: false, at }],
    });
  });

  test('finds its community in the account, where the envelope does not name it', () => {
    const unnamed = { account_id: null, company_id: null };
    expect(meaningOf('membership-activated-account-shape', unnamed).communityId).toBe(biz);
    expect(meaningOf('membership-activated', unnamed).communityId).toBe(biz);
  });

  test.each([
    ['membership-activated', { 'data.user': null }],
    ['membership-activated-account-shape', { 'data.user_id': null }],
    ['membership-deactivated', { 'data.user': null, 'data.user_id': null }],
  ])('of nobody is ignored: %s with %j', (name, changes) =>
    expect(reasonOf(name, changes)).toBe('membership-without-user'),
  );

  test('of a user whom only the other shape names is theirs', () => {
    const [activity] = meaningOf('membership-activated', {
      'data.user': null,
      'data.user_id': 'user_1',
    }).activities;
    expect(activity).toMatchObject({ userId: 'user_1', username: null });
  });

  test('without a product is of no product', () => {
    const changes = { 'data.product': null, 'data.product_id': undefined };
    expect(meaningOf('membership-deactivated', changes).memberships).toMatchObject([{ productId: null }]);
  });
});

describe('a payment', () => {
  const paid = (changes: Record<string, unknown> = {}) =>
    meaningOf('payment-succeeded', changes).activities[0];

  test('is an activity of its payer, with what was paid and for what', () => {
    expect(paid()).toMatchObject({
      userId: ana,
      type: 'payment',
      key: 'payment:pay_7Yh2Kd',
      at: new Date('2026-11-20T18:04:04.000Z'),
      amount: 49,
      currency: 'usd',
      usdAmount: 49,
      productId: 'prod_1Qq8',
    });
  });

  test('of the shape since 2026 is the same', () => {
    const flat = {
      'data.total': money('49.00'),
      'data.usd_total': money('49.00'),
      'data.product': undefined,
      'data.product_id': 'prod_1Qq8',
    };
    expect(paid(flat)).toEqual(paid());
  });

  test('in another currency is of that, in lower case', () => {
    expect(paid({ 'data.currency': 'EUR', 'data.usd_total': null })).toMatchObject({
      currency: 'eur',
      amount: 49,
      usdAmount: null,
    });
  });

  test('of a business is ignored', () => {
    expect(reasonOf('payment-succeeded', { 'data.user': null })).toBe('payment-without-user');
  });
});

describe('a refund takes back', () => {
  const share = (changes: Record<string, unknown>) => takenBy('refund-created', changes).share;

  test('what its payment gave, by its newest word', () => {
    expect(takenBy('refund-created')).toEqual({
      communityId: biz,
      key: 'refund:rfnd_1Mm4',
      ofKey: 'payment:pay_7Yh2Kd',
      share: 1,
      reason: 'refund',
      at: new Date('2026-11-20T18:04:58.000Z'),
    });
    expect(takenBy('refund-created', { type: 'refund.updated' })).toMatchObject({ share: 1 });
  });

  test.each<[number, Record<string, unknown>]>([
    [0.5, { 'data.amount': 24.5 }],
    [0.5, { 'data.amount': money('24.50'), 'data.payment.total': money('49.00') }],
    [0, { 'data.amount': 0 }],
    [1, { 'data.amount': 98 }],
    [1, { 'data.amount': null }],
    [0.5, { 'data.amount': 24.5, 'data.payment.currency': 'USD' }],
    [0, { 'data.status': 'failed' }],
    [0, { 'data.status': 'canceled', 'data.payment.total': null }],
    [1, { 'data.status': 'pending' }],
    [1, { 'data.status': 'requires_action' }],
    [1, { 'data.status': null }],
  ])('the share %d with %j', (expected, changes) => expect(share(changes)).toBe(expected));

  test.each<[Record<string, unknown>, Record<string, unknown>]>([
    [{ 'data.payment': undefined, 'data.payment_id': 'pay_1', 'data.amount': 1 }, { amount: 1 }],
    [{ 'data.payment.total': null, 'data.amount': money('24.50') }, { amount: 24.5 }],
    [
      { 'data.payment.total': 0, 'data.currency': 'EUR' },
      { amount: 49, currency: 'eur' },
    ],
    [{ 'data.payment.currency': 'eur', 'data.amount': 24.5 }, { amount: 24.5 }],
    [
      { 'data.payment.total': null, 'data.currency': null },
      { amount: 49, currency: null },
    ],
  ])('an amount whose share the payment has to tell, with %j', (changes, expected) =>
    expect(takenBy('refund-created', changes)).toMatchObject({ share: 1, currency: 'usd', ...expected }),
  );

  test('nothing where its payment is gone', () => {
    expect(reasonOf('refund-created', { 'data.payment': null })).toBe('refund-without-payment');
  });
});

describe('a dispute takes back', () => {
  const dispute = (changes: Record<string, unknown> = {}) => ({
    type: 'dispute.updated',
    data: { id: 'dspt_1', status: 'needs_response', payment: { id: 'pay_1' }, ...changes },
  });

  test('all that its payment gave', () => {
    expect(takenBy('refund-created', { ...dispute(), type: 'dispute.created' })).toEqual({
      communityId: biz,
      key: 'dispute:dspt_1',
      ofKey: 'payment:pay_1',
      share: 1,
      reason: 'dispute',
      at: new Date('2026-11-20T18:04:58.000Z'),
    });
  });

  test.each<[number, Record<string, unknown>]>([
    [1, { status: 'under_review' }],
    [1, { status: 'lost' }],
    [1, { status: 'other' }],
    [1, { status: undefined }],
    [0, { status: 'won' }],
    [0, { status: 'closed' }],
    [1, { status: 'closed', rapid_dispute_resolution: true }],
    [1, { status: 'closed', visa_rdr: true }],
    [0, { status: 'won', visa_rdr: true }],
    [0, { status: 'warning_needs_response' }],
    [0, { status: 'warning_closed' }],
    [0, { status: 'under_review', inquiry: true }],
    [1, { payment: undefined, payment_id: 'pay_1' }],
  ])('the share %d with %j', (expected, changes) =>
    expect(takenBy('refund-created', dispute(changes)).share).toBe(expected),
  );

  test('nothing where its payment is gone', () => {
    expect(reasonOf('refund-created', dispute({ payment: null }))).toBe('dispute-without-payment');
  });
});

describe('what we cannot read is quarantined', () => {
  test.each<[string, string, Record<string, unknown>]>([
    ['lesson-completed', 'data.lesson', { 'data.lesson': undefined }],
    ['lesson-completed', 'data.user.id', { 'data.user.id': 7 }],
    ['membership-activated', 'data.user', { 'data.user': undefined }],
    ['membership-deactivated', 'data.id', { 'data.id': null }],
    ['payment-succeeded', 'data.user', { 'data.user': undefined }],
    ['payment-succeeded', 'data.total', { 'data.total': '49 dollars' }],
    ['refund-created', 'data.payment', { 'data.payment': undefined }],
    ['refund-created', 'data.payment.id', { 'data.payment.id': '' }],
    ['refund-created', 'data.payment', { type: 'dispute.created', data: { id: 'dspt_1' } }],
    ['lesson-completed', 'data', { data: null }],
  ])('%s without %s', (name, path, changes) => {
    expect(read(name, changes)).toEqual({
      kind: 'quarantined',
      reason: 'unknown-shape',
      communityId: biz,
      issues: [path],
    });
  });

  test.each(['lesson-completed', 'membership-deactivated', 'payment-succeeded', 'refund-created'])(
    '%s from the future, or of no community',
    (name) => {
      const future = { timestamp: '2026-11-20T18:10:00.001Z' };
      expect(read(name, future)).toMatchObject({ kind: 'quarantined', reason: 'future-dated' });
      const nowhere = { company_id: null, 'data.company': undefined };
      expect(read(name, nowhere)).toMatchObject({ kind: 'quarantined', reason: 'missing-community' });
    },
  );
});

function read(name: string, changes: Record<string, unknown> = {}): Translation {
  return translate(JSON.parse(changed(name, changes)) as Record<string, unknown>, now);
}

function meaningOf(name: string, changes?: Record<string, unknown>): Meaning {
  const translation = read(name, changes);
  if (translation.kind === 'meaning') return translation.meaning;
  throw new Error(`expected a meaning, got ${JSON.stringify(translation)}`);
}

function takenBy(name: string, changes?: Record<string, unknown>): TakeBack {
  const { takeBacks, activities, memberships } = meaningOf(name, changes);
  expect([activities, memberships, takeBacks.length]).toEqual([[], [], 1]);
  return takeBacks[0] as TakeBack;
}

function deactivation(share: number, at: Date): TakeBack {
  const [key, ofKey] = ['deactivation:mem_3Vb7Nc1', 'membership:mem_3Vb7Nc1'];
  return { communityId: biz, key, ofKey, share, reason: 'deactivation', at };
}

function reasonOf(name: string, changes: Record<string, unknown>): string {
  const translation = read(name, changes);
  return translation.kind === 'ignored' ? translation.reason : `${translation.kind}, not ignored`;
}
