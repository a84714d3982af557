import { afterAll, beforeAll, expect, it } from 'vitest';
import { openPglite } from '../../src/database/pglite.ts';
import { createLogger } from '../../src/logger.ts';
import { BreakableDatabase } from '../support/breakable-database.ts';
import { fixture } from '../support/fixtures.ts';
import { head, openRaw } from '../support/raw-http.ts';
import {
  ana,
  communityId,
  payloadTime,
  secret,
  startTestServer,
  type TestServer,
} from '../support/test-server.ts';

/** In every place a secret can be in; none may come back, in an answer or in the log. */
const word = 'hunter2hunter2hunter2hunter2';
const community = `/api/v1/communities/${communityId}`;
const jwt = `eyJhbGciOiJFUzI1NiJ9.${Buffer.from(`{"sub":"${word}"}`).toString('base64url')}.${word}`;

let log = '';
let database: BreakableDatabase;
let server: TestServer;
// Every look at the clock finds it a second later, so that nobody is limited for asking all of this at once.
let at = payloadTime.getTime();
beforeAll(async () => {
  database = new BreakableDatabase(await openPglite());
  server = await startTestServer({
    database,
    now: () => new Date((at += 1000)),
    log: createLogger('trace', { write: (line) => void (log += line) }),
    environment: {
      WHOP_APP_ID: 'app_1',
      WHOP_API_KEY: `apik_${word}`,
      // Nothing listens there: Whop cannot be asked.
      WHOP_API_URL: 'http://127.0.0.1:9/api/v1',
      WHOP_JWKS_URL: 'http://127.0.0.1:9/jwks.json',
      WEE5_JWT_KEY: `${word}-token-key`,
    },
  });
  await server.deliver(fixture('chat-message'));
});
afterAll(() => server.stop());

const places: Record<string, string>[] = [
  { authorization: `Bearer ${jwt}` },
  { authorization: `Bearer sk_${word}` },
  { authorization: `Basic ${Buffer.from(`a:${word}`).toString('base64')}` },
  { 'x-wee5-key': `pk_${word}`, origin: 'https://page.example' },
  { 'x-whop-user-token': jwt },
  { cookie: `whop-session=${word}` },
  { 'webhook-id': 'msg_1', 'webhook-timestamp': '1', 'webhook-signature': `v1,${word}` },
];

const addresses = [
  ...[
    '',
    '/leaderboard',
    '/leaderboard?limit=x',
    `/members/${ana}`,
    '/members/me',
    '/rewards',
    '/live',
    '/keys',
  ].map((path) => `${community}${path}`),
  '/api/v1/communities/%00',
  '/api/v1/communities/biz_unknown',
  '/api/v1/sessions',
  '/api/webhook',
  '/nothing',
  '/experiences/exp_1',
  '/dashboard/biz_1',
];

const bodies = [
  `{"userId":"user_1","communityId":"${communityId}","secret":"${word}"}`,
  `{"userId":"${word}`,
  `${word}{`,
  `"${word}"`,
  JSON.stringify({ kind: word, allowedOrigins: [`https://${word}`], label: word.repeat(10) }),
];

async function send(path: string, init: RequestInit): Promise<string> {
  const response = await fetch(`${server.url}${path}`, { ...init, signal: AbortSignal.timeout(5000) });
  // A stream says nothing of its caller at its beginning, and has no end.
  if (response.headers.get('content-type')?.startsWith('text/event-stream')) {
    await response.body?.cancel();
    return '';
  }
  return `${JSON.stringify([...response.headers])}${await response.text()}`;
}

async function sendEverything(): Promise<string> {
  const answers: string[] = [];
  for (const path of addresses) {
    const withKey = `${path}${path.includes('?') ? '&' : '?'}key=pk_${word}`;
    for (const headers of places) {
      answers.push(await send(path, { headers }), await send(withKey, { headers }));
      for (const method of ['POST', 'DELETE']) {
        for (const body of bodies) {
          const json = { ...headers, 'content-type': 'application/json' };
          answers.push(await send(withKey, { method, body, headers: json }));
        }
      }
    }
  }
  return answers.join('\n');
}

/** The word itself, and what a token, a basic authorisation or an encoding makes of it. */
function expectNothingIn(text: string): void {
  const encoded = Buffer.from(word).toString('base64').slice(4, 24);
  for (const trace of [word, encoded, jwt.split('.')[1] ?? '', secret]) expect(text).not.toContain(trace);
}

it('repeats no secret in an answer or in its log, whatever is refused', async () => {
  const answers = await sendEverything();
  expect(answers).toContain('application/problem+json');
  expectNothingIn(answers);
  expectNothingIn(log);
}, 60_000);

it('repeats none while the database is away', async () => {
  database.cut();
  const answers = await sendEverything();
  database.mend();
  expect(answers).toContain('storage-unavailable');
  expectNothingIn(answers);
  expectNothingIn(log);
}, 60_000);

it('repeats none of what it could not even read', async () => {
  const connection = await openRaw(server.url);
  connection.socket.write(head(`GET /x?key=pk_${word}`, { Authorization: `Bearer ${word}`, 'X y': word }));
  await connection.closed;
  expect(connection.received()).toContain('malformed-request');
  expectNothingIn(connection.received());
  expectNothingIn(log);
});
