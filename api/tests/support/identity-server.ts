import type { PGlite } from '@electric-sql/pglite';
import type { ApiKeyKind } from '@wee5/contract';
import { PgliteDatabase } from '../../src/database/pglite.ts';
import { defaultCacheDir, defaultMigrationsDir } from '../../src/database/paths.ts';
import { createMigratedPglite } from '../../src/database/snapshot.ts';
import type { TokenHolder } from '../../src/identity/member-token.ts';
import type { ServerOverrides } from '../../src/server.ts';
import type { WhopApi } from '../../src/whop/port.ts';
import { ScriptedWhop } from './scripted-whop.ts';
import { payloadTime, startTestServer, type TestServer } from './test-server.ts';
import { appId, JwksServer, makeWhopKey, signUserToken } from './whop-tokens.ts';

/** Where the pages of a test's publishable keys are. */
export const pageOrigin = 'https://page.example';

type Visibility = 'public' | 'members' | 'private';
type Headers = Record<string, string>;

/** The real server as a Whop app: real signatures and keys, and a Whop that answers as it is told. */
export interface IdentityServer extends TestServer {
  readonly pglite: PGlite;
  readonly whop: ScriptedWhop;
  addCommunity(communityId: string, visibility: Visibility): Promise<void>;
  /** Makes a key, and returns it. */
  addKey(communityId: string, kind: ApiKeyKind): Promise<{ keyId: string; key: string }>;
  /** The headers of somebody with a member token. */
  member(holder: Pick<TokenHolder, 'communityId' | 'userId'> & Partial<TokenHolder>): Promise<Headers>;
  /** The headers of a user inside Whop. */
  insideWhop(userId: string): Promise<Headers>;
}

export async function startIdentityServer(overrides: ServerOverrides = {}): Promise<IdentityServer> {
  const now = overrides.now ?? (() => payloadTime);
  const whopKey = await makeWhopKey('key_1');
  const jwks = new JwksServer([whopKey]);
  const pglite = await createMigratedPglite({
    migrationsDir: defaultMigrationsDir,
    cacheDir: defaultCacheDir,
    log: () => undefined,
  });
  const whop = new ScriptedWhop();
  const server = await startTestServer({
    ...overrides,
    now,
    database: overrides.database ?? new PgliteDatabase(pglite),
    whop: whop as Partial<WhopApi> as WhopApi,
    environment: { WHOP_APP_ID: appId, WHOP_JWKS_URL: await jwks.open(), ...overrides.environment },
  });
  const { functions, communityDefaults, identities } = server.context;

  return {
    ...server,
    pglite,
    whop,
    addCommunity: async (communityId, visibility) => {
      await functions.ensureCommunities([communityId], communityDefaults);
      await pglite.query('update communities set visibility = $1 where id = $2', [visibility, communityId]);
    },
    addKey: async (communityId, kind) => {
      const wanted = kind === 'secret' ? { kind } : { kind, allowedOrigins: [pageOrigin] };
      const made = await identities.keys.create(communityId, wanted);
      if (!made) throw new Error(`There is no ${communityId}.`);
      return made;
    },
    member: async (holder) => {
      const { token } = await identities.memberTokens.mint({ access: 'member', isOwner: false, ...holder });
      return { authorization: `Bearer ${token}` };
    },
    insideWhop: async (userId) => ({
      'x-whop-user-token': await signUserToken(whopKey, now(), { sub: userId }),
    }),
    stop: async () => {
      await server.stop();
      await jwks.close();
    },
  };
}
