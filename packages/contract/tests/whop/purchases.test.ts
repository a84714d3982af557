import { describe, expect, test } from 'vitest';
import {
  disputeSchema,
  lessonCompletedSchema,
  membershipSchema,
  paymentSchema,
  refundSchema,
} from '../../src/index.ts';
import { fixture, type Payload } from './fixture.ts';

function reading(
  schema: { safeParse: (data: unknown) => { success: boolean; data?: Payload } },
  name: string,
) {
  return (change: (data: Payload) => void) => {
    const { data } = fixture(name);
    change(data);
    return schema.safeParse(data);
  };
}
const lesson = reading(lessonCompletedSchema, 'lesson-completed');
const membership = reading(membershipSchema, 'membership-activated');
const payment = reading(paymentSchema, 'payment-succeeded');
const refund = reading(refundSchema, 'refund-created');

describe('an amount', () => {
  test.each([
    [49, 49],
    [0, 0],
    [10.43, 10.43],
    ['10.43', 10.43],
    [{ amount: '10.00', currency: 'usd', decimals: 2, display_decimals: 2 }, 10],
    [null, null],
    [undefined, null],
  ])('of %j is read as %j', (total, read) => {
    expect(payment((data) => (data.total = total)).data?.total).toBe(read);
  });

  test.each([-1, Infinity, 'ten', '1e9', '-5', { amount: 10 }, { amount: null }, [49], true])(
    'is refused as %j',
    (total) => expect(payment((data) => (data.total = total)).success).toBe(false),
  );
});

describe('what is good to have does not stop what matters', () => {
  test('a lesson without a course or an experience', () => {
    expect(lesson((data) => delete data.course).success).toBe(true);
    expect(lesson((data) => (data.course.experience = null)).success).toBe(true);
    expect(lesson((data) => (data.course = 'a course')).data?.course).toBeNull();
  });

  test('a membership without a product, and joined at no time', () => {
    const odd = membership((data) => Object.assign(data, { product: 'gold', joined_at: 'long ago' }));
    expect(odd.data).toMatchObject({ product: null, joined_at: null });
  });

  test('a payment in a currency of no text', () => {
    expect(payment((data) => (data.currency = 7)).data?.currency).toBeNull();
  });
});

describe('what is needed', () => {
  test.each<[string, { success: boolean }]>([
    ['the lesson', lesson((data) => delete data.lesson.id)],
    ['who did it', lesson((data) => (data.user = null))],
    ['whether it is done', lesson((data) => (data.completed = 'yes'))],
    ['the id of a membership', membership((data) => (data.id = ''))],
    ['the id of a holder', membership((data) => (data.user.id = 5))],
    ['the id of a payment', payment((data) => delete data.id)],
    ['the id of a payer', payment((data) => (data.user = { username: 'anad' }))],
    ['the id of a refund', refund((data) => delete data.id)],
    ['the id of what is refunded', refund((data) => delete data.payment.id)],
  ])('%s is refused without', (_what, { success }) => expect(success).toBe(false));
});

test('a refund since 2026 names its payment and tells no total', () => {
  const money = { amount: '9.80', currency: 'usd', decimals: 2, display_decimals: 2 };
  const data = { id: 'rf_1', payment_id: 'pay_1', amount: money, original_amount: money, status: 'pending' };
  expect(refundSchema.parse(data)).toEqual({
    id: 'rf_1',
    amount: 9.8,
    currency: null,
    status: 'pending',
    payment_id: 'pay_1',
  });
});

test('a dispute of either shape says which payment, how it stands, and whether money moves', () => {
  const old = { id: 'dspt_1', status: 'lost', visa_rdr: true, payment: { id: 'pay_1', total: 49 } };
  const common = { inquiry: false, rapid_dispute_resolution: false };
  expect(disputeSchema.parse(old)).toEqual({ ...old, ...common, payment: { id: 'pay_1' } });
  const current = {
    id: 'dspt_1',
    status: 'warning_closed',
    inquiry: true,
    payment: { id: 'pay_1', amount: 49 },
  };
  expect(disputeSchema.parse(current)).toEqual({
    ...current,
    visa_rdr: false,
    rapid_dispute_resolution: false,
    payment: { id: 'pay_1' },
  });
  expect(disputeSchema.parse({ id: 'dspt_1', inquiry: 'maybe' })).toMatchObject({
    inquiry: false,
    status: null,
  });
});
