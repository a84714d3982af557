import { notFound, ok, page } from '../answers.ts';
import type { SimulatedUser } from '../world.ts';
import type { Asked, Operation } from './operation.ts';

const placeholder = 'https://assets.whop.com/placeholder.png';

/** Documented: `id`, `username`, `name`, `bio`, `profile_picture.url`, which the current generation never leaves out. */
const retrieveUser: Operation = {
  name: 'users.retrieve',
  method: 'GET',
  path: '/users/:id',
  answer: ({ world, ids: [userId = ''], generation }) => {
    const user =
      world.users.get(userId) ?? [...world.users.values()].find(({ username }) => username === userId);
    return user ? ok({ ...summaryOf(user, generation), bio: null }) : notFound('user');
  },
};

/** Documented as a whole. */
const checkAccess: Operation = {
  name: 'users.checkAccess',
  method: 'GET',
  path: '/users/:id/access/:id',
  answer: ({ world, ids: [userId = '', resourceId = ''] }) => {
    if (!world.users.has(userId)) return notFound('user');
    if (!world.has(resourceId)) return notFound('resource');
    const level = world.accessOf(userId, resourceId);
    return ok({ has_access: level !== 'no_access', access_level: level });
  },
};

/** Documented; that a company which is not named answers with an empty list is assumed. */
const listMembers: Operation = {
  name: 'members.list',
  method: 'GET',
  path: '/members',
  permission: 'member:basic:read',
  answer: ({ world, query, generation, now }) => {
    const companyId = query.get('company_id') ?? query.get('account_id') ?? '';
    const members = world.membersOf(companyId).map(({ user, level }) => ({
      id: `mber_${user.id}`,
      ...(generation === 'original' ? { company: { id: companyId } } : { account_id: companyId }),
      access_level: level,
      status: level === 'no_access' ? 'left' : 'joined',
      joined_at: now().toISOString(),
      user: summaryOf(user, generation),
    }));
    return ok(page(members, query, ({ id }) => id));
  },
};

function summaryOf({ id, username, name, pictureUrl }: SimulatedUser, generation: Asked['generation']) {
  const url = pictureUrl ?? (generation === 'current' ? placeholder : null);
  return { id, username, name, profile_picture: url === null ? null : { url } };
}

export const people = [retrieveUser, checkAccess, listMembers];
