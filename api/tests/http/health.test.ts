import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { openPglite } from '../../src/database/pglite.ts';
import { MemoryMarks } from '../../src/marks/memory.ts';
import { BreakableDatabase } from '../support/breakable-database.ts';
import { fixture } from '../support/fixtures.ts';
import { payloadTime, startTestServer, type TestServer } from '../support/test-server.ts';

let database: BreakableDatabase;
let marks: BreakableMarks;
let server: TestServer;

class BreakableMarks extends MemoryMarks {
  broken = false;
  override read(ids: string[]) {
    return this.broken ? Promise.reject(new Error('connect ECONNREFUSED')) : super.read(ids);
  }
}

beforeAll(async () => {
  database = new BreakableDatabase(await openPglite());
  marks = new BreakableMarks({ now: () => payloadTime });
  server = await startTestServer({ database, marks });
});
afterEach(() => {
  database.mend();
  marks.broken = false;
});
afterAll(() => server.stop());

it('is healthy while the process answers, whatever the database does', async () => {
  database.cut();
  const { status, headers, body } = await server.read('/healthz');
  expect([status, body]).toEqual([200, { status: 'ok' }]);
  expect(headers.get('cache-control')).toBe('no-store');
});

it('is ready while the database answers, and names what it stands on', async () => {
  const { status, headers, body } = await server.read('/readyz');
  expect(status).toBe(200);
  expect(body).toEqual({
    status: 'ready',
    database: 'breakable',
    marks: 'memory',
    limits: 'memory',
    degraded: [],
  });
  expect(headers.get('cache-control')).toBe('no-store');
});

it('is not ready while the database refuses, and is again afterwards', async () => {
  database.cut();
  const refused = await server.read('/readyz');
  expect(refused).toMatchObject({ status: 503, body: { status: 'unavailable', degraded: ['database'] } });
  database.mend();
  expect(await server.read('/readyz')).toMatchObject({ status: 200, body: { degraded: [] } });
});

it('does not wait for a database that hangs, and asks it one question at a time', async () => {
  const release = database.hold();
  database.calls.length = 0;
  const startedAt = performance.now();
  const answers = await Promise.all([server.read('/readyz'), server.read('/readyz')]);
  expect(performance.now() - startedAt).toBeLessThan(2000);
  expect(answers.map(({ status }) => status)).toEqual([503, 503]);
  expect(database.calls).toEqual(['get_schema_version']);
  release();
  expect(await server.read('/readyz')).toMatchObject({ status: 200 });
});

it('stays ready without its marks, awards without them, and says so', async () => {
  marks.broken = true;
  expect((await server.answerTo(fixture('chat-message'))).body).toEqual({ status: 'accepted', awards: 1 });
  expect(await server.read('/readyz')).toMatchObject({ status: 200, body: { degraded: ['marks'] } });
});

// The last one: nothing answers afterwards.
it('is not ready once its database is closed', async () => {
  await database.close();
  expect(await server.read('/readyz')).toMatchObject({
    status: 503,
    body: { degraded: expect.arrayContaining(['database']) as string[] },
  });
});
