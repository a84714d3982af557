import { paymentSchema, whopEnvelopeSchema } from '@wee5/contract';
import { isNone } from './look.ts';
import { missing, unknownShape, type Mapped } from './mapper.ts';
import { namesOf } from './names.ts';

const schema = whopEnvelopeSchema.extend({ data: paymentSchema });

/** `payment.succeeded`: counts once, by what was paid. */
export function mapPayment(payload: Record<string, unknown>): Mapped {
  // The buyer is a business.
  if (isNone(payload, 'user', 'user_id')) return { kind: 'ignored', reason: 'payment-without-user' };
  const parsed = schema.safeParse(payload);
  if (!parsed.success) return unknownShape(parsed.error);

  const { id, user, user_id, currency, total, usd_total, product, product_id } = parsed.data.data;
  const userId = user?.id ?? user_id;
  if (!userId) return missing('data.user');
  return {
    kind: 'meaning',
    activities: [
      {
        ...namesOf(user),
        userId,
        type: 'payment',
        key: `payment:${id}`,
        at: new Date(parsed.data.timestamp),
        experienceId: null,
        counterpartId: null,
        contentLength: 0,
        amount: total,
        currency: currency?.toLowerCase() ?? null,
        usdAmount: usd_total,
        productId: product?.id ?? product_id ?? null,
      },
    ],
  };
}
