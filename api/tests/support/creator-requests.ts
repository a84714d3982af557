import type { Problem } from '@wee5/contract';
import type { IdentityServer } from './identity-server.ts';
import { pageOrigin } from './identity-server.ts';
import type { Answer } from './test-server.ts';

type Headers = Record<string, string>;

/** Sends a request, with a body as JSON where there is one. */
export function send<Body = Problem>(
  server: IdentityServer,
  { method, path, headers, body }: { method: string; path: string; headers?: Headers; body?: unknown },
): Promise<Answer<Body>> {
  const json = body === undefined ? {} : { 'content-type': 'application/json' };
  const init = body === undefined ? { method } : { method, body: JSON.stringify(body) };
  return server.read<Body>(path, { ...init, headers: { ...json, ...headers } });
}

/** Everybody who may come: of the community, of another one, and nobody in particular. */
export async function everybody(
  server: IdentityServer,
  communityId: string,
): Promise<Record<string, Headers>> {
  const foreign = 'biz_foreign';
  await server.addCommunity(foreign, 'public');
  const [pk, sk, foreignSk] = await Promise.all([
    server.addKey(communityId, 'publishable'),
    server.addKey(communityId, 'secret'),
    server.addKey(foreign, 'secret'),
  ]);
  server.whop.access.set(`user_inside@${communityId}`, 'customer');
  const boss = { communityId, userId: 'user_boss', access: 'admin' } as const;
  return {
    anonymous: {},
    page: { 'x-wee5-key': pk.key, origin: pageOrigin },
    member: await server.member({ communityId, userId: 'user_member' }),
    inside: await server.insideWhop('user_inside'),
    admin: await server.member(boss),
    owner: await server.member({ ...boss, isOwner: true }),
    server: { authorization: `Bearer ${sk.key}` },
    foreignAdmin: await server.member({ ...boss, communityId: foreign, isOwner: true }),
    foreignServer: { authorization: `Bearer ${foreignSk.key}` },
  };
}
