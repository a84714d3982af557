import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pageOrigin, startIdentityServer, type IdentityServer } from '../support/identity-server.ts';

const visibilities = ['public', 'members', 'private'] as const;
type Visibility = (typeof visibilities)[number];

let server: IdentityServer;
/** What each identity sends. `own` is of the community that is asked for, `foreign` of another one. */
let headers: Record<string, (communityId: string) => Record<string, string>>;
beforeAll(async () => {
  server = await startIdentityServer();
  const all = [...visibilities.map(idOf), 'biz_foreign'];
  await Promise.all(visibilities.map((visibility) => server.addCommunity(idOf(visibility), visibility)));
  await server.addCommunity('biz_foreign', 'public');
  for (const communityId of all) {
    server.whop.access
      .set(`user_customer@${communityId}`, 'customer')
      .set(`user_team@${communityId}`, 'admin');
  }
  headers = await identitiesOf(all);
});
afterAll(() => server.stop());

function idOf(visibility: Visibility): string {
  return `biz_${visibility}`;
}

async function identitiesOf(communityIds: string[]) {
  const each = async (make: (communityId: string) => Promise<Record<string, string>>) => {
    const made = new Map<string, Record<string, string>>();
    for (const communityId of communityIds) made.set(communityId, await make(communityId));
    return (communityId: string) => made.get(communityId) ?? {};
  };
  const page = await each(async (communityId) => {
    const { key } = await server.addKey(communityId, 'publishable');
    return { 'x-wee5-key': key, origin: pageOrigin };
  });
  const secret = await each(async (communityId) => {
    const { key } = await server.addKey(communityId, 'secret');
    return { authorization: `Bearer ${key}` };
  });
  const member = await each((communityId) => server.member({ communityId, userId: 'user_1' }));
  const admin = await each((communityId) =>
    server.member({ communityId, userId: 'user_2', access: 'admin' }),
  );
  const owner = await each((communityId) =>
    server.member({ communityId, userId: 'user_3', access: 'admin', isOwner: true }),
  );
  const [customer, team, stranger] = await Promise.all(
    ['user_customer', 'user_team', 'user_stranger'].map((userId) => server.insideWhop(userId)),
  );
  return {
    'nobody in particular': () => ({}),
    'a page': page,
    'a server': secret,
    'a member': member,
    'an admin': admin,
    'the owner': owner,
    'a customer inside Whop': () => customer ?? {},
    'a moderator inside Whop': () => team ?? {},
    'a stranger inside Whop': () => stranger ?? {},
    'a page of another community': () => page('biz_foreign'),
    'a server of another community': () => secret('biz_foreign'),
    'a member of another community': () => member('biz_foreign'),
    'the owner of another community': () => owner('biz_foreign'),
  };
}

/** How each identity is answered, by visibility and kind of address. */
const free = 200;
const none = [401, 'unauthenticated'];
const wrong = [403, 'forbidden'];
const foreign = [403, 'not-a-member'];

const reads = ['', '/leaderboard', '/leaderboard?around=user_9', '/members/user_9', '/rewards', '/live'];
const ownReads = ['/members/me', '/leaderboard?around=me'];

// prettier-ignore
const rules: [who: string, ...verdicts: Record<Visibility, unknown>[]][] = [
  ['nobody in particular',           { public: free,    members: none,    private: none },    { public: none,    members: none,    private: none }],
  ['a page',                         { public: free,    members: wrong,   private: wrong },   { public: wrong,   members: wrong,   private: wrong }],
  ['a server',                       { public: free,    members: free,    private: free },    { public: wrong,   members: wrong,   private: wrong }],
  ['a member',                       { public: free,    members: free,    private: wrong },   { public: free,    members: free,    private: wrong }],
  ['an admin',                       { public: free,    members: free,    private: free },    { public: free,    members: free,    private: free }],
  ['the owner',                      { public: free,    members: free,    private: free },    { public: free,    members: free,    private: free }],
  ['a customer inside Whop',         { public: free,    members: free,    private: wrong },   { public: free,    members: free,    private: wrong }],
  ['a moderator inside Whop',        { public: free,    members: free,    private: free },    { public: free,    members: free,    private: free }],
  ['a stranger inside Whop',         { public: foreign, members: foreign, private: foreign }, { public: foreign, members: foreign, private: foreign }],
  ['a page of another community',    { public: foreign, members: foreign, private: foreign }, { public: foreign, members: foreign, private: foreign }],
  ['a server of another community',  { public: foreign, members: foreign, private: foreign }, { public: foreign, members: foreign, private: foreign }],
  ['a member of another community',  { public: foreign, members: foreign, private: foreign }, { public: foreign, members: foreign, private: foreign }],
  ['the owner of another community', { public: foreign, members: foreign, private: foreign }, { public: foreign, members: foreign, private: foreign }],
];

async function answerTo(who: string, visibility: Visibility, path: string): Promise<unknown> {
  const url = `${server.url}/api/v1/communities/${idOf(visibility)}${path}`;
  const response = await fetch(url, { headers: headers[who]?.(idOf(visibility)) ?? {} });
  if (response.headers.get('content-type')?.startsWith('text/event-stream')) {
    await response.body?.cancel();
    return response.status;
  }
  const { code } = (await response.json()) as { code: string };
  // Nobody has XP here: whether a member is known is asked only of those who were let in.
  if (code === 'unknown-member') return 200;
  return response.status === 200 ? 200 : [response.status, code];
}

describe.each(rules)('%s', (who, ...verdicts) => {
  it.each(visibilities)('reads what is theirs to read of a community that is %s', async (visibility) => {
    const paths = [...reads.map((path) => [path, 0] as const), ...ownReads.map((path) => [path, 1] as const)];
    const answers = Object.fromEntries(
      await Promise.all(paths.map(async ([path]) => [path, await answerTo(who, visibility, path)])),
    );
    expect(answers).toEqual(
      Object.fromEntries(paths.map(([path, kind]) => [path, verdicts[kind]?.[visibility]])),
    );
  });

  const mayManage = who === 'the owner';
  it(`${mayManage ? 'manages the' : 'manages no'} keys`, async () => {
    const isForeign = verdicts[0]?.public === foreign;
    const refusal = who === 'nobody in particular' ? none : isForeign ? foreign : wrong;
    for (const visibility of visibilities) {
      expect(await answerTo(who, visibility, '/keys')).toEqual(mayManage ? free : refusal);
    }
  });
});

it('tells an outsider of a private community just what they hear of one for members', async () => {
  for (const who of ['nobody in particular', 'a page']) {
    const [members, hidden] = await Promise.all(
      (['members', 'private'] as const).map(async (visibility) => {
        const path = `/api/v1/communities/${idOf(visibility)}`;
        const { body } = await server.read(path, { headers: headers[who]?.(idOf(visibility)) ?? {} });
        return { ...body, requestId: '' };
      }),
    );
    expect(members).toEqual(hidden);
  }
});

it('tells nobody from elsewhere whether a community exists', async () => {
  const path = '/api/v1/communities/biz_nowhere';
  for (const who of ['a page', 'a server', 'a member', 'the owner'].map(
    (kind) => `${kind} of another community`,
  )) {
    const answer = await server.read(path, { headers: headers[who]?.('biz_nowhere') ?? {} });
    expect(answer).toMatchObject({ status: 403, body: { code: 'not-a-member' } });
  }
  expect(await server.read(path)).toMatchObject({ status: 404, body: { code: 'unknown-community' } });
});

it('spends no question to Whop on a community that does not exist', async () => {
  const asked = server.whop.calls.length;
  const answer = await server.read('/api/v1/communities/biz_nowhere', {
    headers: await server.insideWhop('user_1'),
  });
  expect(answer).toMatchObject({ status: 404, body: { code: 'unknown-community' } });
  expect(server.whop.calls).toHaveLength(asked);
});
