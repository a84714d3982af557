import { afterAll, beforeAll, expect, it } from 'vitest';
import { openPglite } from '../../src/database/pglite.ts';
import { MemoryMarks } from '../../src/marks/memory.ts';
import { openStream } from '../live/stream.ts';
import { BreakableDatabase } from '../support/breakable-database.ts';
import { changed, fixture } from '../support/fixtures.ts';
import { communityId, payloadTime, startTestServer, type TestServer } from '../support/test-server.ts';

const community = `/api/v1/communities/${communityId}`;
const token = 'a-token-for-prometheus';
let database: BreakableDatabase;
let server: TestServer;

class BreakableMarks extends MemoryMarks {
  broken = false;
  override read(ids: string[]) {
    return this.broken ? Promise.reject(new Error('connect ECONNREFUSED')) : super.read(ids);
  }
}
const marks = new BreakableMarks({ now: () => payloadTime });

beforeAll(async () => {
  database = new BreakableDatabase(await openPglite());
  const environment = { METRICS_TOKEN: token };
  const policies = { ip: { quota: 20, windowSeconds: 60 } };
  server = await startTestServer({ database, marks, environment, policies });
});
afterAll(() => server.stop());

async function scrape(): Promise<(series: string) => number | undefined> {
  const response = await fetch(`${server.url}/metrics`, { headers: { authorization: `Bearer ${token}` } });
  const lines = (await response.text()).split('\n').map((line) => line.split(/ (?=\S+$)/));
  const values = new Map(lines.map(([series, value]) => [series, Number(value)]));
  return (series) => values.get(series);
}

it('answers Prometheus in its own format, and keeps it out of caches', async () => {
  const response = await fetch(`${server.url}/metrics`, { headers: { authorization: `Bearer ${token}` } });
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(await response.text()).toContain('process_resident_memory_bytes ');
});

it.each([undefined, 'Bearer', `Bearer ${token}x`, 'Bearer wrong-token-wrong-to', token])(
  'shows nothing to who sends %s',
  async (authorization) => {
    const init = authorization === undefined ? {} : { headers: { authorization } };
    const { status, headers, body } = await server.read('/metrics', init);
    expect([status, body.code]).toEqual([401, 'unauthenticated']);
    expect(headers.get('www-authenticate')).toBe('Bearer');
  },
);

it('is not there without a token, not even for this machine itself', async () => {
  const closed = await startTestServer();
  const answer = await closed.read('/metrics', { headers: { authorization: 'Bearer undefined' } });
  expect(answer).toMatchObject({ status: 404, body: { code: 'not-found' } });
  expect(answer.body.detail).toContain('METRICS_TOKEN');
  await closed.stop();
});

it('counts what webhooks are answered and what became of their activities', async () => {
  await server.deliver(fixture('chat-message'));
  await server.deliver(fixture('chat-message'));
  await server.deliver(changed('chat-message', { 'data.message.id': 'post_next' }));
  await server.deliver(fixture('lesson-completed'));
  await server.deliver(fixture('direct-message'));
  await server.deliver(fixture('chat-message'), { 'webhook-signature': 'v1,AAAA' });
  const value = await scrape();
  expect(value('wee5_webhook_answers_total{answer="accepted"}')).toBe(3);
  expect(value('wee5_webhook_answers_total{answer="duplicate"}')).toBe(1);
  expect(value('wee5_webhook_answers_total{answer="ignored"}')).toBe(1);
  expect(value('wee5_webhook_answers_total{answer="invalid-signature"}')).toBe(1);
  expect(value('wee5_activities_total{outcome="awarded"}')).toBe(1);
  expect(value('wee5_activities_total{outcome="duplicate"}')).toBe(1);
  expect(value('wee5_activities_total{outcome="refused-early"}')).toBe(1);
  expect(value('wee5_activities_total{outcome="source-off"}')).toBe(1);
  expect(value('wee5_batch_activities_count')).toBe(3);
  expect(value('wee5_batch_activities_sum')).toBe(3);
  expect(value('wee5_award_seconds_count')).toBe(3);
});

it('shows that marks fail, and that the database refuses', async () => {
  expect((await scrape())('wee5_marks_failing')).toBe(0);
  marks.broken = true;
  await server.deliver(changed('chat-message', { 'data.message.id': 'post_more' }));
  const value = await scrape();
  expect(value('wee5_marks_failing')).toBe(1);
  expect(value('wee5_marks_failures_total{doing="reading"}')).toBe(1);
  expect(value('wee5_activities_total{outcome="cooldown"}')).toBe(1);
  database.cut();
  await server.deliver(changed('chat-message', { 'data.message.id': 'post_lost' }));
  database.mend();
  const after = await scrape();
  expect(after('wee5_webhook_answers_total{answer="storage-unavailable"}')).toBe(1);
  expect(after('wee5_database_errors_total{kind="unavailable"}')).toBeGreaterThan(0);
});

it('shows who watches', async () => {
  const stream = await openStream(`${server.url}${community}/live`);
  expect((await scrape())('wee5_live_viewers')).toBe(1);
  stream.close();
  await expect.poll(async () => (await scrape())('wee5_live_viewers')).toBe(0);
});

it('counts whom it refused for asking too often', async () => {
  for (let request = 0; request < 21; request += 1) await server.read(community);
  expect((await scrape())('wee5_rate_limited_total{subject="ip"}')).toBeGreaterThan(0);
  expect((await scrape())('wee5_limits_failing')).toBe(0);
});
