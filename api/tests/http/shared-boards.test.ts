import type { Leaderboard } from '@wee5/contract';
import { afterAll, beforeAll, beforeEach, expect, it, vi, type MockInstance } from 'vitest';
import type { DatabaseFunctions } from '../../src/database/functions.ts';
import { SharedBoards } from '../../src/routes/leaderboard/shared-boards.ts';
import { send } from '../support/creator-requests.ts';
import { award, everybody } from '../support/everybody.ts';
import { startIdentityServer, type IdentityServer } from '../support/identity-server.ts';

let server: IdentityServer;
let reads: MockInstance<DatabaseFunctions['getLeaderboard']>;
let now = new Date('2026-11-20T18:04:30.200Z');
let communityId = '';
let tests = 0;
beforeAll(async () => {
  server = await startIdentityServer({ now: () => now });
  reads = vi.spyOn(server.context.functions, 'getLeaderboard');
});
afterAll(() => server.stop());
beforeEach(async () => {
  now = new Date('2026-11-20T18:04:30.200Z');
  communityId = `biz_${(tests += 1)}`;
  await server.addCommunity(communityId, 'public');
  await award(server, communityId, { user_ana: [15], user_ben: [20] });
  reads.mockClear();
});

const read = (headers: Record<string, string> = {}, query = 'window=week') =>
  server.read<Leaderboard>(`/api/v1/communities/${communityId}/leaderboard?${query}`, { headers });
const names = async (...how: Parameters<typeof read>) =>
  (await read(...how)).body.entries.map(({ userId }) => userId);

it('reads a board once for everybody who looks at one version of it at a time', async () => {
  const answers = await Promise.all(Array.from({ length: 20 }, () => read()));
  for (const { status, body } of answers) expect([status, body]).toEqual([200, answers[0]!.body]);
  expect(answers[0]!.body.entries).toHaveLength(2);
  expect(reads).toHaveBeenCalledTimes(1);

  now = new Date('2026-11-20T18:04:31.000Z');
  await read();
  expect(reads).toHaveBeenCalledTimes(2);
});

it('reads other boards, windows and pages on their own', async () => {
  for (const query of [
    'window=week',
    'window=day',
    'board=newcomers',
    'window=week&limit=1',
    'around=user_ana',
  ]) {
    await read({}, query);
    await read({}, query);
  }
  expect(reads).toHaveBeenCalledTimes(5);
});

it('shows what has changed at once, and no longer whoever hides', async () => {
  expect(await names()).toEqual(['user_ben', 'user_ana']);
  await award(server, communityId, { user_cem: [30] });
  expect(await names()).toEqual(['user_cem', 'user_ben', 'user_ana']);

  const headers = await server.member({ communityId, userId: 'user_ben' });
  const path = `/api/v1/communities/${communityId}/members/me`;
  const hidden = await send(server, { method: 'PATCH', path, headers, body: { visibility: 'hidden' } });
  expect(hidden.status).toBe(200);
  expect(await names()).toEqual(['user_cem', 'user_ana']);
});

it('shows nobody what only others may see', async () => {
  const everyone = await everybody(server, communityId);
  const path = `/api/v1/communities/${communityId}/members/me`;
  const body = { visibility: 'hidden' };
  await send(server, { method: 'PATCH', path, headers: everyone['a member'], body });

  const seen = await Promise.all([read(everyone['a server']), read(), read(everyone['a page'])]);
  expect(seen.map((answer) => answer.body.total)).toEqual([2, 1, 1]);
  expect(seen.map((answer) => answer.body.me)).toEqual([null, null, null]);
  const { body: own } = await read(everyone['a member']);
  expect(own).toMatchObject({ total: 1, me: { userId: 'user_ana' } });
});

it('never answers with what was asked for before the version that the reader knows', async () => {
  const answers: (() => void)[] = [];
  const getLeaderboard = () => new Promise<null>((resolve) => answers.push(() => resolve(null)));
  const boards = new SharedBoards({ functions: { getLeaderboard }, now: () => now });
  const query = {
    communityId,
    scope: 'public',
    viewerId: null,
    board: 'top',
    window: 'week',
    windowAt: null,
    limit: 10,
    after: null,
    aroundUserId: null,
  } as const;
  const shown = [boards.read(query, 1), boards.read(query, 2), boards.read(query, 2)];
  expect(answers).toHaveLength(2);
  for (const answer of answers) answer();
  expect(await Promise.all(shown)).toEqual([null, null, null]);
});
