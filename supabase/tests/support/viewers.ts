import type { TestDatabase } from './database.ts';
import { rolledBackOn } from './on.ts';

/** Who asks: the role that PostgREST and Realtime switch to, and the claims of the token they verified. */
export interface Viewer {
  role: 'anon' | 'authenticated';
  claims: Record<string, string>;
}

export const anon: Viewer = { role: 'anon', claims: { role: 'anon' } };

/** A user of Supabase Auth, who has no token of ours. */
export const stranger: Viewer = {
  role: 'authenticated',
  claims: { role: 'authenticated', sub: '7b0bd8f2-6b51-4b1c-a5c9-0e6b2f1d8a11' },
};

/** Holds a member token. */
export function member(communityId: string, userId: string, access: 'member' | 'admin' = 'member'): Viewer {
  return {
    role: 'authenticated',
    claims: { role: 'authenticated', sub: userId, community_id: communityId, access },
  };
}

/** Runs `body` with the rights of a viewer, as PostgREST does, in a transaction that is rolled back. */
export function asViewer<Result>(
  database: TestDatabase,
  viewer: Viewer,
  body: () => Promise<Result>,
): Promise<Result> {
  return rolledBackOn(database, async () => {
    await become(database, viewer);
    return body();
  });
}

/** For the rest of the transaction. */
export async function become(database: TestDatabase, { role, claims }: Viewer): Promise<void> {
  await database.query(`select set_config('role', $1, true), set_config('request.jwt.claims', $2, true)`, [
    role,
    JSON.stringify(claims),
  ]);
}
