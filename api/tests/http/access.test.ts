import { afterAll, beforeAll, expect, it } from 'vitest';
import { fixture } from '../support/fixtures.ts';
import { ana, communityId, startTestServer, type TestServer } from '../support/test-server.ts';

const community = `/api/v1/communities/${communityId}`;
const reads = [community, `${community}/leaderboard`, `${community}/members/${ana}`, `${community}/rewards`];

let open: TestServer;
let members: TestServer;
beforeAll(async () => {
  open = await startTestServer();
  members = await startTestServer({ environment: { WHOP_APP_ID: 'app_1' } });
  for (const server of [open, members]) await server.deliver(fixture('chat-message'));
});
afterAll(() => Promise.all([open.stop(), members.stop()]));

it.each(reads)('lets anyone read %s of a public community', async (path) => {
  expect(await open.read(path)).toMatchObject({ status: 200 });
});

it.each(reads)('lets nobody read %s of a community for its members', async (path) => {
  expect(await members.read(path)).toMatchObject({ status: 401, body: { code: 'unauthenticated' } });
});

it.each([
  ['a token', '', { authorization: 'Bearer ey.x.y' }],
  ['a key', '', { 'x-wee5-key': 'pk_1' }],
  ['a key in the address', '?key=pk_1', {}],
])('does not pretend to understand %s', async (_what, query, headers) => {
  for (const path of reads) {
    const answer = await open.read(`${path}${query}`, { headers: { ...headers } });
    expect(answer).toMatchObject({ status: 401, body: { code: 'unauthenticated' } });
    expect(answer.body.detail).toMatch(/Leave .* out/);
  }
});
