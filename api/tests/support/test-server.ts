import type { Problem, WebhookAnswer } from '@wee5/contract';
import { openPglite } from '../../src/database/pglite.ts';
import { makeJwtKey } from '../../src/identity/jwt-key.ts';
import { startServer, type RunningServer, type ServerOverrides } from '../../src/server.ts';
import { sign } from './sign.ts';

/** What member tokens of test servers are signed with. */
export const jwtKey = JSON.stringify(await makeJwtKey());

export const secret = 'ws_0123456789abcdef0123456789abcdef';

/** A minute after the recorded payloads. */
export const payloadTime = new Date('2026-11-20T18:06:00.000Z');

/** The community of the recorded payloads, and who is in it. */
export const communityId = 'biz_9Qm4tXw2LrK7Hs';
export const ana = 'user_7GhP2mWq9LsX1';
export const ben = 'user_4TnB8kRc3VyE6';

export interface TestServer extends RunningServer {
  /** Delivers a payload as Whop does, signed for real. */
  deliver(body: string | Buffer, headers?: Record<string, string>): Promise<Response>;
  /** The same, and reads the answer. */
  answerTo(body: string | Buffer, headers?: Record<string, string>): Promise<WebhookReply>;
  /** Reads an address; `Body` is what a success is expected to hold. */
  read<Body>(path: string, init?: RequestInit): Promise<Answer<Body>>;
}

export interface WebhookReply {
  status: number;
  headers: Headers;
  body: Partial<Omit<Problem, 'status'>> & { status: WebhookAnswer['status'] | number; awards?: number };
}

export interface Answer<Body> {
  status: number;
  headers: Headers;
  body: Body & Problem;
}

/** The real server over real HTTP on a free port, with an embedded database in memory and the payloads' time. */
export async function startTestServer(overrides: ServerOverrides = {}): Promise<TestServer> {
  const now = overrides.now ?? (() => payloadTime);
  const database = overrides.database ?? (await openPglite());
  const environment = {
    PORT: '0',
    LOG_LEVEL: 'silent',
    WHOP_WEBHOOK_SECRET: secret,
    WEE5_JWT_KEY: jwtKey,
    ...overrides.environment,
  };
  const server = await startServer({ ...overrides, now, database, environment });

  const deliver: TestServer['deliver'] = (body, headers = {}) =>
    fetch(`${server.url}/api/webhook`, {
      method: 'POST',
      body,
      headers: { ...sign(body, secret, now()), ...headers },
    });
  return {
    ...server,
    deliver,
    answerTo: async (body, headers) => toAnswer(await deliver(body, headers)),
    read: async (path, init) => toAnswer(await fetch(`${server.url}${path}`, init)),
  };
}

async function toAnswer<Body>(response: Response) {
  const text = await response.text();
  const body = (text === '' ? undefined : JSON.parse(text)) as Body;
  return { status: response.status, headers: response.headers, body };
}
