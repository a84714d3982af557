import { afterAll, beforeAll, expect, it } from 'vitest';
import { openPglite } from '../../src/database/pglite.ts';
import { createLogger } from '../../src/logger.ts';
import { WhopError } from '../../src/whop/port.ts';
import { BreakableDatabase } from '../support/breakable-database.ts';
import { pageOrigin, startIdentityServer, type IdentityServer } from '../support/identity-server.ts';
import { jwtKey, secret } from '../support/test-server.ts';

let lines: string[];
let database: BreakableDatabase;
let server: IdentityServer;
beforeAll(async () => {
  lines = [];
  database = new BreakableDatabase(await openPglite());
  const log = createLogger('trace', { write: (line) => void lines.push(line) });
  server = await startIdentityServer({ log, database });
  const { functions, communityDefaults } = server.context;
  await functions.ensureCommunities(['biz_1'], communityDefaults);
});
afterAll(() => server.stop());

/** The parts of a secret that nobody could guess. */
function partsOf(text: string): string[] {
  return text
    .replace('Bearer ', '')
    .split('.')
    .map((part) => part.slice(-30))
    .filter((part) => part.length > 20);
}

it('says nothing of a token or a key, however they are shown and whatever goes wrong', async () => {
  const owner = await server.member({
    communityId: 'biz_1',
    userId: 'user_1',
    access: 'admin',
    isOwner: true,
  });
  const inside = await server.insideWhop('user_1');
  const [pk, sk] = [await server.addKey('biz_1', 'publishable'), await server.addKey('biz_1', 'secret')];
  const path = '/api/v1/communities/biz_1';
  const json = { 'content-type': 'application/json' };
  const page = { origin: pageOrigin, referer: `${pageOrigin}/?key=${sk.key}` };

  const requests = async (): Promise<void> => {
    for (const headers of [
      owner,
      inside,
      { authorization: `Bearer ${sk.key}` },
      { 'x-wee5-key': pk.key, ...page },
    ]) {
      const body = JSON.stringify({ communityId: 'biz_1', userId: 'user_1', note: sk.key });
      await server.read(`${path}/members/me`, { headers });
      await server.read('/api/v1/sessions', { method: 'POST', headers: { ...json, ...headers }, body });
      await server.read('/api/v1/sessions', {
        method: 'POST',
        headers: { ...json, ...headers },
        body: body.slice(1),
      });
    }
    await server.read(`${path}?key=${pk.key}`);
    await server.read(`${path}?key=${sk.key}`);
    await server.read(path, { headers: { 'x-wee5-key': sk.key } });
    await server.read(path, { headers: { authorization: `${owner['authorization']}x` } });
    await server.read(path, { headers: { ...owner, ...(await server.insideWhop('user_2')) } });
  };
  await requests();
  const body = JSON.stringify({ kind: 'secret' });
  const made = await server.read<{ key: string }>(`${path}/keys`, {
    method: 'POST',
    headers: { ...json, ...owner },
    body,
  });
  server.whop.failure = new WhopError('refused', 'no');
  await requests();
  database.cut();
  await requests();
  database.mend();

  const log = lines.join('');
  expect(log).toContain('storage-unavailable'.slice(0, 7));
  expect(log).toContain('Could not answer a request');
  expect(log).toContain('Made a key');
  const secrets = [
    owner['authorization'],
    inside['x-whop-user-token'],
    pk.key,
    sk.key,
    made.body.key,
    secret,
  ];
  const { d } = JSON.parse(jwtKey) as { d: string };
  for (const part of [...secrets, d].flatMap((text) => partsOf(text ?? ''))) expect(log).not.toContain(part);
});
