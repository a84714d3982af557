import { notFound, ok, page, refuse } from '../answers.ts';
import type { SimulatedMembership } from '../world.ts';
import type { Operation } from './operation.ts';

const DAY_MS = 24 * 3_600_000;

/** Documented: accepted at once, sent later. */
const createNotification: Operation = {
  name: 'notifications.create',
  method: 'POST',
  path: '/notifications',
  permission: 'notification:create',
  answer: ({ world, body }) => {
    if (!isText(body['title']) || !isText(body['content'])) return lacks('title and content');
    world.notifications.push(body);
    return ok({ success: true });
  },
};

/** Documented fields; that a code which exists already is refused with 422 is assumed. */
const createPromoCode: Operation = {
  name: 'promoCodes.create',
  method: 'POST',
  path: '/promo_codes',
  permission: 'promo_code:create',
  answer: ({ world, body }) => {
    if (!isText(body['code']) || !isText(body['company_id'])) return lacks('code and company_id');
    const isTaken = world.promoCodes.some(({ code }) => code === body['code']);
    if (isTaken) return refuse(422, 'unprocessable_entity', 'This code exists already.');
    const made = { ...body, id: `promo_${world.promoCodes.length + 1}`, status: 'active', uses: 0 };
    world.promoCodes.push(made);
    return ok(made);
  },
};

const listMemberships: Operation = {
  name: 'memberships.list',
  method: 'GET',
  path: '/memberships',
  permission: 'member:basic:read',
  answer: ({ world, query }) => {
    const companyId = query.get('company_id') ?? query.get('account_id');
    const userIds = query.getAll('user_ids');
    const found = [...world.memberships.values()].filter(
      (membership) =>
        membership.companyId === companyId && (userIds.length === 0 || userIds.includes(membership.userId)),
    );
    return ok(page(found.map(toMembership), query, ({ id }) => id));
  },
};

const retrieveMembership: Operation = {
  name: 'memberships.retrieve',
  method: 'GET',
  path: '/memberships/:id',
  permission: 'member:basic:read',
  answer: ({ world, ids: [membershipId = ''] }) => {
    const membership = world.memberships.get(membershipId);
    return membership ? ok(toMembership(membership)) : notFound('membership');
  },
};

/** Documented: `free_days` from 1 to 1095; the answer is the membership. */
const addFreeDays: Operation = {
  name: 'memberships.addFreeDays',
  method: 'POST',
  path: '/memberships/:id/add_free_days',
  permission: 'member:manage',
  answer: ({ world, ids: [membershipId = ''], body }) => {
    const membership = world.memberships.get(membershipId);
    if (!membership) return notFound('membership');
    const days = Number(body['free_days']);
    if (!(days >= 1 && days <= 1095)) return lacks('free_days from 1 to 1095');
    membership.renewsAt = new Date(membership.renewsAt.getTime() + days * DAY_MS);
    return ok(toMembership(membership));
  },
};

/** The fields both generations have, under both names where they differ. */
function toMembership({ id, companyId, userId, productId, renewsAt }: SimulatedMembership) {
  const end = renewsAt.toISOString();
  return {
    id,
    status: 'active',
    user_id: userId,
    user: { id: userId },
    product_id: productId,
    product: { id: productId },
    company: { id: companyId },
    renewal_period_end: end,
    current_period_end: end,
  };
}

function lacks(what: string) {
  return refuse(400, 'bad_request', `The request lacks ${what}.`);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

export const grants = [createNotification, createPromoCode, listMemberships, retrieveMembership, addFreeDays];
