import type { Holder, World } from './step.ts';

interface Asked {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Under `/api/v1/communities/{communityId}`: `/config`. */
  path: string;
  body?: object;
  /** What the answer has to be; 200 unless given. */
  status?: number;
}

/** Asks this server's API with a member token or, as the creator, with the secret key. Throws for another status. */
export async function ask<Body>(
  { server, community, tokens }: World,
  who: Holder,
  { method = 'GET', path, body, status = 200 }: Asked,
): Promise<Body> {
  const response = await fetch(`${server.url}/api/v1/communities/${community}${path}`, {
    method,
    headers: {
      Authorization: `Bearer ${tokens.get(who)}`,
      ...(body ? { 'Content-Type': 'application/json' } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const text = await response.text();
  if (response.status !== status) {
    throw new Error(
      `${method} ${path} as ${who}: expected ${status}, was answered ${response.status} ${text}`,
    );
  }
  return (text === '' ? undefined : JSON.parse(text)) as Body;
}

/** A member's total, as the creator sees it. */
export async function xpOf(world: World, userId: string): Promise<number> {
  return (await ask<{ xp: number }>(world, 'creator', { path: `/members/${userId}` })).xp;
}
