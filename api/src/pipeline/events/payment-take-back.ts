import type { TakeBack } from '../activity.ts';
import { missing, type Mapped } from './mapper.ts';

/** A refund or dispute in its envelope; its payment is named in one of two shapes. */
interface Told {
  timestamp: string;
  data: { id: string; payment?: { id: string } | null | undefined; payment_id?: string | null | undefined };
}

/** How much of what a payment gave no longer holds: `share` is from 0, where it holds (again), to 1; or an amount. */
export function takeBackOfPayment(
  reason: Exclude<TakeBack['reason'], 'deactivation'>,
  { timestamp, data: { id, payment, payment_id } }: Told,
  part: Pick<TakeBack, 'share' | 'amount' | 'currency'>,
): Mapped {
  const paymentId = payment?.id ?? payment_id;
  if (!paymentId) return missing('data.payment');
  const key = `${reason}:${id}`;
  const takeBack = { key, ofKey: `payment:${paymentId}`, reason, at: new Date(timestamp), ...part };
  return { kind: 'meaning', takeBacks: [takeBack] };
}
