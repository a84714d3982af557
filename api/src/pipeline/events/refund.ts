import { refundSchema, whopEnvelopeSchema, type Refund } from '@wee5/contract';
import { isNone } from './look.ts';
import { unknownShape, type Mapped } from './mapper.ts';
import { takeBackOfPayment } from './payment-take-back.ts';

const schema = whopEnvelopeSchema.extend({ data: refundSchema });

/** `refund.created` and `refund.updated`: takes back the refunded share of what the payment gave, until it fails. */
export function mapRefund(payload: Record<string, unknown>): Mapped {
  if (isNone(payload, 'payment', 'payment_id')) return { kind: 'ignored', reason: 'refund-without-payment' };
  const parsed = schema.safeParse(payload);
  if (!parsed.success) return unknownShape(parsed.error);
  return takeBackOfPayment('refund', parsed.data, refundedShare(parsed.data.data));
}

/** Everything, where Whop does not tell both amounts in one currency. */
function refundedShare({ status, amount, currency, payment }: Refund): number {
  if (status === 'failed' || status === 'canceled') return 0;
  const isComparable = !currency || !payment?.currency || currency === payment.currency;
  if (!isComparable || amount === null || !payment?.total) return 1;
  return Math.min(1, amount / payment.total);
}
