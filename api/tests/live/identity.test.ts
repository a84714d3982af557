import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { changed } from '../support/fixtures.ts';
import { pageOrigin, startIdentityServer, type IdentityServer } from '../support/identity-server.ts';
import { payloadTime } from '../support/test-server.ts';
import { openStream, type OpenStream } from './stream.ts';

let now = payloadTime;
let server: IdentityServer;
let communityId = '';
let tests = 0;
beforeAll(async () => {
  server = await startIdentityServer({ now: () => now, liveSettings: { intervalMs: 5 } });
});
afterAll(() => server.stop());
beforeEach(async () => {
  now = payloadTime;
  communityId = `biz_${(tests += 1)}`;
  await server.addCommunity(communityId, 'members');
  await server.pglite.query(
    `update xp_configurations set level_thresholds = '{1,2,3}' where community_id = $1`,
    [communityId],
  );
});

const member = (userId: string) => server.member({ communityId, userId });
const earn = (userId: string) =>
  server.answerTo(
    changed('chat-message', {
      company_id: communityId,
      'data.message.id': `${communityId}-${userId}`,
      'data.message.user.id': userId,
    }),
  );

async function watch(headers: Record<string, string>): Promise<OpenStream> {
  const stream = await openStream(`${server.url}/api/v1/communities/${communityId}/live`, headers);
  await stream.untilText('hello');
  return stream;
}

it('tells members of a community that is not public what they do, and each their own', async () => {
  const [ana, ben] = [await watch(await member('user_ana')), await watch(await member('user_ben'))];
  await earn('user_ana');
  await Promise.all([ana, ben].map((stream) => stream.untilText('community.changed')));
  await ana.until(({ event }) => event === 'member.leveled_up');
  await earn('user_ben');
  await ben.until(({ event }) => event === 'member.leveled_up');
  expect(ben.heard().filter(({ event }) => event.startsWith('member.'))).toHaveLength(1);
  expect(ana.heard().filter(({ event }) => event.startsWith('member.'))).toHaveLength(1);
  for (const stream of [ana, ben]) stream.close();
});

it('lets a creator’s server watch, and no page', async () => {
  const secret = await server.addKey(communityId, 'secret');
  const page = await server.addKey(communityId, 'publishable');
  const stream = await watch({ authorization: `Bearer ${secret.key}` });
  await earn('user_ana');
  await stream.untilText('user_ana');
  stream.close();
  const path = `/api/v1/communities/${communityId}/live`;
  const refused = await server.read(`${path}?key=${page.key}`, { headers: { origin: pageOrigin } });
  expect(refused).toMatchObject({ status: 403, body: { code: 'forbidden' } });
});

it('lets a page watch what is public, with its key in the address as a stream needs it', async () => {
  await server.pglite.query(`update communities set visibility = 'public' where id = $1`, [communityId]);
  const { key } = await server.addKey(communityId, 'publishable');
  const url = `${server.url}/api/v1/communities/${communityId}/live?key=${key}`;
  const stream = await openStream(url, { origin: pageOrigin });
  await stream.untilText('hello');
  stream.close();
});

it('ends with the member token it was opened with', async () => {
  const headers = await member('user_ana');
  now = new Date(payloadTime.getTime() + 3600_000 - 200);
  const stream = await watch(headers);
  await stream.ended;
  now = new Date(payloadTime.getTime() + 3606_000);
  const again = await server.read(`/api/v1/communities/${communityId}/live`, { headers });
  expect(again).toMatchObject({ status: 401, body: { code: 'unauthenticated' } });
});
