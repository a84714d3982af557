import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { award, everybody, type Who } from '../support/everybody.ts';
import { changed } from '../support/fixtures.ts';
import { startIdentityServer, type IdentityServer } from '../support/identity-server.ts';

let server: IdentityServer;
let everyone: Record<Who, Record<string, string>>;
let communityId = '';
let tests = 0;
beforeAll(async () => {
  server = await startIdentityServer();
});
afterAll(() => server.stop());
beforeEach(async () => {
  communityId = `biz_erase_${(tests += 1)}`;
  await server.addCommunity(communityId, 'private');
  everyone = await everybody(server, communityId);
  await award(server, communityId, { user_ana: [15], user_ben: [15] });
});

const erase = (whom: string, who: Who) =>
  server.read(`/api/v1/communities/${communityId}/members/${whom}`, {
    method: 'DELETE',
    headers: everyone[who],
  });

async function members(): Promise<string[]> {
  const { rows } = await server.pglite.query<{ id: string }>(
    'select id from users where community_id = $1 order by id',
    [communityId],
  );
  return rows.map(({ id }) => id);
}

/** One chat message as Whop delivers it. */
const deliver = (post: string, second: string) =>
  server.answerTo(
    changed('chat-message', {
      company_id: communityId,
      'data.message.id': post,
      'data.message.created_at': `2026-11-20T18:04:${second}.000Z`,
      'data.message.user.id': 'user_ana',
    }),
  );

it.each<[Who, string]>([
  ['the owner', 'user_ana'],
  ['a server', 'user_ana'],
  ['a member', 'me'],
])('%s may, of %s', async (who, whom) => {
  const { status, headers, body } = await erase(whom, who);
  expect([status, headers.get('cache-control'), body]).toEqual([204, 'no-store', undefined]);
  expect(await members()).toEqual(['user_ben']);
});

it.each<[Who, string, number]>([
  ['nobody', 'user_ana', 401],
  ['nobody', 'me', 401],
  ['a page', 'user_ana', 403],
  ['a page', 'me', 403],
  ['a member', 'user_ben', 403],
  ['a member', 'user_ana', 403],
  ['an admin', 'user_ana', 403],
  ['a server', 'me', 403],
])('%s may not, of %s', async (who, whom, expected) => {
  expect(await erase(whom, who)).toMatchObject({ status: expected });
  expect(await members()).toEqual(['user_ana', 'user_ben']);
});

it('happens once: then the member is not known', async () => {
  await erase('user_ana', 'a server');
  expect(await erase('user_ana', 'a server')).toMatchObject({
    status: 404,
    body: { code: 'unknown-member' },
  });
  expect(await erase('me', 'a member')).toMatchObject({ status: 404, body: { code: 'unknown-member' } });
});

it('forgets that the member is cooling down, so that whoever comes back begins anew', async () => {
  expect((await deliver('post_1', '00')).body).toMatchObject({ awards: 1 });
  expect((await deliver('post_2', '05')).body).toMatchObject({ awards: 0 });
  await erase('user_ana', 'a server');
  expect((await deliver('post_3', '10')).body).toMatchObject({ awards: 1 });
});

it('is not undone by what still waits to be written, nor by a replay', async () => {
  await deliver('post_1', '00');
  // Refused early: only when the member was last active waits to be written.
  await deliver('post_2', '05');
  await erase('user_ana', 'a server');
  await server.context.pipeline.drain();
  expect((await deliver('post_1', '00')).body).toMatchObject({ status: 'duplicate' });
  expect(await members()).toEqual(['user_ben']);
});
