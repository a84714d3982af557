import { refundSchema, whopEnvelopeSchema, type Refund } from '@wee5/contract';
import type { TakeBack } from '../activity.ts';
import { isNone } from './look.ts';
import { unknownShape, type Mapped } from './mapper.ts';
import { takeBackOfPayment } from './payment-take-back.ts';

const schema = whopEnvelopeSchema.extend({ data: refundSchema });

/** `refund.created` and `refund.updated`: takes back the refunded share of what the payment gave, until it fails. */
export function mapRefund(payload: Record<string, unknown>): Mapped {
  if (isNone(payload, 'payment', 'payment_id')) return { kind: 'ignored', reason: 'refund-without-payment' };
  const parsed = schema.safeParse(payload);
  if (!parsed.success) return unknownShape(parsed.error);
  return takeBackOfPayment('refund', parsed.data, refundedPart(parsed.data.data));
}

/**
 * Everything, where Whop does not tell how much. Where it does not tell both amounts in one currency, the payment has to
 * say what share it is.
 */
function refundedPart({
  status,
  amount,
  currency,
  payment,
}: Refund): Pick<TakeBack, 'share' | 'amount' | 'currency'> {
  if (status === 'failed' || status === 'canceled') return { share: 0 };
  if (amount === null) return { share: 1 };
  const isComparable =
    !currency || !payment?.currency || currency.toLowerCase() === payment.currency.toLowerCase();
  if (isComparable && payment?.total) return { share: Math.min(1, amount / payment.total) };
  return { share: 1, amount, currency: currency?.toLowerCase() ?? null };
}
