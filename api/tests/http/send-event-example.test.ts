import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startIdentityServer, type IdentityServer } from '../support/identity-server.ts';
import { saveRules } from '../support/rules.ts';

const execute = promisify(execFile);
const script = fileURLToPath(new URL('../../../examples/send-event/send.mjs', import.meta.url));
const communityId = 'biz_example';
let server: IdentityServer;
let key: string;
beforeAll(async () => {
  server = await startIdentityServer();
  key = await saveRules(server, communityId, { events: { webinar: { xp: 50 } } });
});
afterAll(() => server.stop());

const run = (name: string) =>
  execute(process.execPath, [script, communityId, 'user_ana', name, server.url], {
    env: { WEE5_SECRET_KEY: key },
  });

it('earns once, and says why', async () => {
  expect((await run('webinar')).stdout).toBe('awarded: +50: webinar (50 XP in all, level 0)\n');
  expect((await run('webinar')).stdout).toMatch(/^duplicate: .*\(50 XP in all, level 0\)\n$/);
});

it('says what is wrong with a name that nobody gave a worth', async () => {
  await expect(run('quiz')).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^400 validation-failed: .*\n {2}name: /) as unknown,
  });
});
