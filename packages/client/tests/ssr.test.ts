import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { ScriptedApi } from './support/scripted-api.ts';
import { watch } from './support/watch.ts';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

/** What only a page has. */
const pageOnly = ['window', 'document', 'navigator', 'location', 'localStorage', 'addEventListener'];

/** Makes every look at the page a failure. */
function forbidPage(): string[] {
  const touched: string[] = [];
  for (const name of pageOnly) {
    vi.stubGlobal(name, undefined);
    Object.defineProperty(globalThis, name, { configurable: true, get: () => void touched.push(name) });
  }
  return touched;
}

it('touches no page when it is imported, and when a client is created and reads', async () => {
  const touched = forbidPage();
  const { createClient, sessionTokens, sharedClient } = await import('../src/index.ts');
  const api = new ScriptedApi();
  const options = { apiUrl: 'https://x', communityId: 'biz_1', fetch: api.fetch };
  sharedClient(options);
  sessionTokens({ apiUrl: 'https://x', experienceId: 'exp_1' });
  const client = createClient(options);
  expect(client.live().state.status).toBe('idle');
  expect(await client.getLeaderboard()).toEqual(api.board);
  expect(touched).toEqual([]);
});

it('keeps a view true where there is no page at all', async () => {
  for (const name of pageOnly) vi.stubGlobal(name, undefined);
  const { createClient } = await import('../src/index.ts');
  const api = new ScriptedApi();
  api.stream = () => api.greet();
  const feed = createClient({ apiUrl: 'https://x', communityId: 'biz_1', fetch: api.fetch }).live();
  const board = watch(feed, { kind: 'leaderboard' });
  await expect.poll(() => feed.state.status).toBe('live');
  api.commit({ ana: 45 });
  await expect.poll(() => board.data).toEqual(api.board);
  board.stop();
  expect(feed.state.status).toBe('idle');
});

it('lets a process end that created a client and watches nothing', () => {
  const source = `
    import { createClient, sharedClient } from '${join(import.meta.dirname, '../src/index.ts')}';
    const options = { apiUrl: 'https://x', communityId: 'biz_1' };
    console.log(createClient(options).live().state.status, sharedClient(options).communityId);
  `;
  const run = () =>
    execFileSync(process.execPath, ['--input-type=module', '-e', source], { timeout: 20_000 });
  expect(run().toString()).toBe('idle biz_1\n');
});
