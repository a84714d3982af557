import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type Request } from 'express';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ApiError } from '../../src/errors.ts';
import { MemoryLimits } from '../../src/limits/memory.ts';
import type { Subject } from '../../src/limits/policies.ts';
import { RateLimiter } from '../../src/limits/rate-limiter.ts';
import { answerErrors } from '../../src/middleware/answer-errors.ts';
import { limitRate } from '../../src/middleware/limit-rate.ts';
import { createClock, createMemoryLog } from '../pipeline/support.ts';

/** The middleware with a way to verify who asks, as `/api/v1` gets one. */
const two = { quota: 2, windowSeconds: 60 };
let server: Server;
let refusals: string[];

beforeEach(async () => {
  const { now } = createClock();
  const { log } = createMemoryLog();
  const store = new MemoryLimits({ now });
  const limiter = new RateLimiter({ store, log, policies: { ip: two, key: two, member: two } });
  refusals = [];
  const app = express();
  app.use(limitRate({ limiter, now, onRefusal: (kind) => refusals.push(kind), findSubject }));
  app.use((_request, response) => void response.end('served'));
  app.use(answerErrors(log));
  server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterEach(() => server.close());

async function findSubject(request: Request): Promise<Subject> {
  const key = request.get('authorization');
  if (key === undefined) return { kind: 'ip', id: request.ip ?? '' };
  if (key === 'wrong') throw new ApiError('unauthenticated', 'This key is not known.');
  return { kind: 'key', id: key };
}

async function ask(authorization?: string) {
  const { port } = server.address() as AddressInfo;
  const headers = authorization === undefined ? {} : { authorization };
  const response = await fetch(`http://127.0.0.1:${port}/`, { headers });
  return { status: response.status, limit: response.headers.get('ratelimit') };
}

it('counts whoever is verified for themselves, and no one for their address then', async () => {
  expect(await ask('one')).toEqual({ status: 200, limit: expect.stringContaining('"key";r=1') });
  expect(await ask('other')).toEqual({ status: 200, limit: expect.stringContaining('"key";r=1') });
  expect(await ask()).toEqual({ status: 200, limit: expect.stringContaining('"ip";r=1') });
  await ask('one');
  expect((await ask('one')).status).toBe(429);
  expect((await ask('other')).status).toBe(200);
  expect(refusals).toEqual(['key']);
});

it('counts for its address what could not be verified, so that keys cannot be guessed at will', async () => {
  expect([(await ask('wrong')).status, (await ask('wrong')).status]).toEqual([401, 401]);
  expect((await ask('wrong')).status).toBe(429);
  expect((await ask()).status).toBe(429);
  expect((await ask('one')).status).toBe(200);
  expect(refusals).toEqual(['ip', 'ip']);
});
