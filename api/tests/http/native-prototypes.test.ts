import { IncomingMessage, ServerResponse } from 'node:http';
import { Router } from 'express';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { startTestServer, type TestServer } from '../support/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  const inner = Router();
  inner.get('/:name', (request, response) => {
    response.status(201).json({ name: request.params.name, query: request.query, at: request.baseUrl });
  });
  server = await startTestServer({ routes: Router().use('/outer', inner) });
});
afterAll(() => server.stop());

it('gives handlers the requests and responses of Express, in mounted routers too', async () => {
  const { status, headers, body } = await server.read('/outer/ana?a=1&a=2');
  expect([status, body]).toEqual([201, { name: 'ana', query: { a: ['1', '2'] }, at: '/outer' }]);
  expect(headers.get('content-type')).toBe('application/json; charset=utf-8');
});

it('gives them their prototypes at birth, so that Express changes none', async () => {
  const changed: boolean[] = [];
  const change = Object.setPrototypeOf;
  const spy = vi.spyOn(Object, 'setPrototypeOf').mockImplementation((target: object, prototype) => {
    if (target instanceof IncomingMessage || target instanceof ServerResponse) {
      changed.push(Object.getPrototypeOf(target) !== prototype);
    }
    return change(target, prototype) as object;
  });
  await server.read('/outer/ben');
  spy.mockRestore();
  expect(changed).toEqual([false, false]);
});
