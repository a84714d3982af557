import { execFile, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { variableNames } from '../../src/config.ts';
import { fileDatabase } from '../database/support/postgres.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';
import { projectRoot } from './dockerfile.ts';
import { asExpected, examplesIn, guide } from './guide.ts';

const execute = promisify(execFile);
const examples = examplesIn(guide);
const hasCurl = spawnSync('curl', ['--version']).status === 0;

describe('the guide to a hosted app', () => {
  const databaseUrl = fileDatabase();
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer({ environment: { WHOP_APP_ID: 'app_1' } });
  });
  afterAll(() => server.stop());

  // In the guide's own order: a command stands on what those before it did.
  for (const { command, expected } of examples.filter(({ runs }) => runs)) {
    it(`prints what it says for: ${command}`, async ({ skip }) => {
      skip(command.includes('curl') && !hasCurl, 'curl is not installed');
      // The same program, without a package manager that would look after the packages first.
      const here = command.replaceAll('npx pnpm@10 wee5', `'${process.execPath}' api/src/cli/main.ts`);
      const env = { ...process.env, DATABASE_URL: databaseUrl(), PUBLIC_URL: server.url };
      const { stdout } = await execute('sh', ['-c', here], { cwd: projectRoot, env });
      expect(stdout.trim()).toMatch(asExpected(expected));
    });
  }

  it('makes a community public as it says', async ({ skip }) => {
    skip(!hasCurl, 'curl is not installed');
    const { functions, identities } = server.context;
    await functions.ensureCommunities(['biz_first'], { visibility: 'members', levelThresholds: [100] });
    const key = await identities.keys.create('biz_first', { kind: 'secret' });
    const shown = examples.find(({ command }) => command.includes('/config"'));
    const env = { ...process.env, PUBLIC_URL: server.url, COMMUNITY: 'biz_first', WEE5_SECRET_KEY: key?.key };
    const { stdout } = await execute('sh', ['-c', shown?.command ?? ''], { env });
    expect(stdout).toMatch(asExpected(shown?.expected ?? ''));
  });

  it('checks at every step', () => {
    const steps = guide.split(/^## (?=\d+\.)/m).slice(1);
    expect(steps.length).toBeGreaterThan(5);
    for (const step of steps) expect(step, step.split('\n', 1)[0]).toMatch(/Check|```text/);
    expect(examples.filter(({ runs }) => runs).length).toBeGreaterThan(5);
  });

  it('names commands, variables and files that exist', () => {
    const { scripts } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    const all = examples.map(({ command }) => command).join('\n');
    const commands = [...all.matchAll(/npx pnpm@10 (\w+)/g)].map(([, name]) => name);
    expect(Object.keys(scripts)).toEqual(expect.arrayContaining(commands));
    expect(scripts['wee5']).toBe('node api/src/cli/main.ts');

    const prefixes = /`((?:WHOP|SUPABASE|UPSTASH|WEE5|DATABASE|METRICS)_[A-Z_]+|PUBLIC_URL|TRUST_PROXY)`/g;
    const variables = [...guide.matchAll(prefixes)].map(([, name]) => name);
    expect(variableNames).toEqual(expect.arrayContaining(variables));

    for (const [, link = ''] of guide.matchAll(/\]\((?!https?:)([^)#]+)\)/g)) {
      expect(existsSync(join(projectRoot, dirname('docs/deploy.md'), link)), link).toBe(true);
    }
  });

  it('names the paths of the views as they are', async () => {
    const views = [...guide.matchAll(/\| `(\/\w+)\/\[\w+\]` /g)].map(([, path]) => path ?? '');
    expect(views).toHaveLength(2);
    for (const path of views) expect((await fetch(`${server.url}${path}/id_1`)).status).toBe(200);
  });
});

it('takes an ellipsis for anything, and the rest for what it is', () => {
  expect('{"a":1,"b":2}').toMatch(asExpected('{…"b":2}'));
  expect('{"a":1,"b":3}').not.toMatch(asExpected('{…"b":2}'));
});
