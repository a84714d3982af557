import { membershipSchema, whopEnvelopeSchema, type WhopUser } from '@wee5/contract';
import { isNone } from './look.ts';
import { missing, unknownShape, type Mapped } from './mapper.ts';
import { namesOf } from './names.ts';

const schema = whopEnvelopeSchema.extend({ data: membershipSchema });

interface Told {
  membershipId: string;
  userId: string;
  user: WhopUser | null | undefined;
  productId: string | null;
  joinedAt: Date | null;
  at: Date;
}

/**
 * `membership.activated`: the member has a product, which counts once however often it is activated. What its end
 * took back holds again.
 */
export function mapMembershipActivated(payload: Record<string, unknown>): Mapped {
  return mapMembership(payload, ({ membershipId, user, userId, productId, joinedAt, at }) => ({
    kind: 'meaning',
    activities: [
      {
        ...namesOf(user),
        userId,
        type: 'membership',
        key: `membership:${membershipId}`,
        at,
        experienceId: null,
        counterpartId: null,
        contentLength: 0,
        productId,
        joinedAt,
      },
    ],
    takeBacks: [deactivation(membershipId, at, 0)],
    memberships: [{ id: membershipId, userId, productId, active: true, at }],
  }));
}

/** `membership.deactivated`: the member no longer has the product, whatever else they have. */
export function mapMembershipDeactivated(payload: Record<string, unknown>): Mapped {
  return mapMembership(payload, ({ membershipId, userId, productId, at }) => ({
    kind: 'meaning',
    takeBacks: [deactivation(membershipId, at, 1)],
    memberships: [{ id: membershipId, userId, productId, active: false, at }],
  }));
}

function mapMembership(payload: Record<string, unknown>, toMeaning: (told: Told) => Mapped): Mapped {
  // A business bought it, or nobody has claimed it yet.
  if (isNone(payload, 'user', 'user_id')) return { kind: 'ignored', reason: 'membership-without-user' };
  const parsed = schema.safeParse(payload);
  if (!parsed.success) return unknownShape(parsed.error);
  const { id, user, user_id, product, product_id, joined_at } = parsed.data.data;
  const userId = user?.id ?? user_id;
  if (!userId) return missing('data.user');
  return toMeaning({
    membershipId: id,
    userId,
    user,
    productId: product?.id ?? product_id ?? null,
    joinedAt: joined_at ? new Date(joined_at) : null,
    at: new Date(parsed.data.timestamp),
  });
}

function deactivation(membershipId: string, at: Date, share: number) {
  const ofKey = `membership:${membershipId}`;
  return { key: `deactivation:${membershipId}`, ofKey, share, reason: 'deactivation' as const, at };
}
