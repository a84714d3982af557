import { afterAll, beforeAll, expect, it } from 'vitest';
import { openStream } from '../live/stream.ts';
import { startIdentityServer, type IdentityServer } from '../support/identity-server.ts';
import { Creator } from './support.ts';

const communityId = 'biz_1';
let server: IdentityServer;
let creator: Creator;
let member: Record<string, string>;
beforeAll(async () => {
  server = await startIdentityServer();
  await server.addCommunity(communityId, 'public');
  const { key } = await server.addKey(communityId, 'secret');
  creator = new Creator(server, communityId, { authorization: `Bearer ${key}` });
  member = await server.member({ communityId, userId: 'user_member' });
});
afterAll(() => server.stop());

const statuses = async () =>
  Promise.all(
    [{}, member].map(async (headers) => (await server.read(`${creator.path}/rewards`, { headers })).status),
  );

async function watch(headers: Record<string, string>) {
  const stream = await openStream(`${server.url}${creator.path}/live`, headers);
  await stream.until(({ event }) => event === 'hello');
  return stream;
}

it('closes the community at once to readers and to those who watch, and opens it again', async () => {
  const [anybody, ours] = await Promise.all([watch({}), watch(member)]);
  expect(await statuses()).toEqual([200, 200]);

  await creator.save({ visibility: 'members' });
  expect(await statuses()).toEqual([401, 200]);
  await anybody.ended;

  await creator.save({ visibility: 'private' });
  expect(await statuses()).toEqual([401, 403]);
  await ours.ended;
  expect(ours.heard().filter(({ event }) => event === 'community.updated')).toHaveLength(2);
  expect(await creator.read('/rewards')).toMatchObject({ status: 200 });

  await creator.save({ visibility: 'public' });
  expect(await statuses()).toEqual([200, 200]);
});

it('shows a new name and theme to readers at once', async () => {
  await creator.save({ name: 'Guild', theme: { accent: '#123456' } });
  expect(await creator.read('')).toMatchObject({ body: { name: 'Guild', theme: { accent: '#123456' } } });
});
