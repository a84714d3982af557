import { awardOf } from './award.ts';
import { pageOrigin, type IdentityServer } from './identity-server.ts';

export type Who = 'nobody' | 'a page' | 'a member' | 'an admin' | 'the owner' | 'a server';

/** The headers of one of each kind in a community; the member is `user_ana`. */
export async function everybody(
  server: IdentityServer,
  communityId: string,
): Promise<Record<Who, Record<string, string>>> {
  const [pk, sk] = await Promise.all([
    server.addKey(communityId, 'publishable'),
    server.addKey(communityId, 'secret'),
  ]);
  const [member, admin, owner] = await Promise.all([
    server.member({ communityId, userId: 'user_ana' }),
    server.member({ communityId, userId: 'user_admin', access: 'admin' }),
    server.member({ communityId, userId: 'user_owner', access: 'admin', isOwner: true }),
  ]);
  return {
    nobody: {},
    'a page': { 'x-wee5-key': pk.key, origin: pageOrigin },
    'a member': member,
    'an admin': admin,
    'the owner': owner,
    'a server': { authorization: `Bearer ${sk.key}` },
  };
}

/** How a request ends for each of them. */
export async function statusesOf(
  server: IdentityServer,
  everyone: Record<Who, Record<string, string>>,
  path: string,
  init: RequestInit = {},
): Promise<Record<string, number>> {
  const answers = Object.entries(everyone).map(async ([who, headers]) => {
    const { status } = await fetch(`${server.url}${path}`, {
      ...init,
      headers: { 'content-type': 'application/json', ...headers },
    });
    return [who, status] as const;
  });
  return Object.fromEntries(await Promise.all(answers));
}

/** Chat messages of members, a minute apart each, straight into the database. */
export async function award(
  server: IdentityServer,
  communityId: string,
  xpOf: Record<string, number[]>,
): Promise<void> {
  const { functions } = server.context;
  const awards = Object.entries(xpOf).flatMap(([userId, amounts]) =>
    amounts.map((xp, minute) =>
      awardOf({
        communityId,
        userId,
        key: `chat:${userId}:${minute}`,
        at: new Date(Date.UTC(2026, 10, 20, 10, minute)).toISOString(),
        xp,
        facts: { length: 12 },
        displayName: userId.replace('user_', ''),
      }),
    ),
  );
  await functions.awardXp(awards);
}
