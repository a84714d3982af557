import { disputeSchema, whopEnvelopeSchema, type Dispute } from '@wee5/contract';
import { isNone } from './look.ts';
import { unknownShape, type Mapped } from './mapper.ts';
import { takeBackOfPayment } from './payment-take-back.ts';

const schema = whopEnvelopeSchema.extend({ data: disputeSchema });

/** `dispute.created` and `dispute.updated`: takes back what the payment gave, until the creator has its money again. */
export function mapDispute(payload: Record<string, unknown>): Mapped {
  if (isNone(payload, 'payment', 'payment_id')) return { kind: 'ignored', reason: 'dispute-without-payment' };
  const parsed = schema.safeParse(payload);
  if (!parsed.success) return unknownShape(parsed.error);
  return takeBackOfPayment('dispute', parsed.data, { share: isMoneyGone(parsed.data.data) ? 1 : 0 });
}

/** An inquiry moves no money; a dispute that is closed without a ruling leaves it, unless the network refunded at once. */
function isMoneyGone({ status, inquiry, rapid_dispute_resolution, visa_rdr }: Dispute): boolean {
  if (status === 'won' || inquiry || status?.startsWith('warning_')) return false;
  return status !== 'closed' || rapid_dispute_resolution || visa_rdr;
}
