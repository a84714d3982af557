import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { ApiError } from '../../src/errors.ts';
import { createVerifier } from '../../src/pipeline/verify.ts';

/** In the middle of a second: both must round it the same way. */
const now = new Date('2026-11-20T18:05:00.600Z');
const nowSeconds = Math.floor(now.getTime() / 1000);

const CASES = 10_000;
const seed = Number(process.env['WEE5_TEST_SEED'] ?? Date.now() % 2 ** 31);

beforeAll(() => vi.useFakeTimers({ toFake: ['Date'], now }));
afterAll(() => vi.useRealTimers());

type Headers = Record<string, string>;
interface Case {
  secret: string;
  headers: Headers;
  body: string;
}

describe('against the package standardwebhooks', () => {
  test(`agrees on ${CASES} good, tampered and malformed deliveries (WEE5_TEST_SEED=${seed})`, () => {
    const seen = { accepted: 0, refused: 0 };
    const agree = fc.property(deliveries(), (given) => {
      const theirs = theyAccept(given);
      seen[theirs ? 'accepted' : 'refused'] += 1;
      expect(weAccept(given)).toBe(theirs);
    });
    process.stdout.write(`standardwebhooks conformance: seed ${seed}\n`);
    fc.assert(agree, { numRuns: CASES, seed });
    // Neither half may be empty by a mistake of the generator.
    expect(seen.accepted).toBeGreaterThan(CASES / 10);
    expect(seen.refused).toBeGreaterThan(CASES / 10);
  });
});

describe('differs from the package standardwebhooks on purpose', () => {
  const base = { secret: 'ws_abc', id: 'msg_1', body: '{"a":1}' };

  test('trailing text after the time is refused, where the package reads the number before it', () => {
    const signed = headersOf({ ...base, timestamp: String(nowSeconds) });
    const given = { ...base, headers: { ...signed, 'webhook-timestamp': `${nowSeconds}abc` } };
    expect([theyAccept(given), weAccept(given)]).toEqual([true, false]);
  });

  test('a time with a leading zero is refused, where the package signs it without', () => {
    const signed = headersOf({ ...base, timestamp: String(nowSeconds) });
    const given = { ...base, headers: { ...signed, 'webhook-timestamp': `0${nowSeconds}` } };
    expect([theyAccept(given), weAccept(given)]).toEqual([true, false]);
  });

  test('a secret outside of ASCII is UTF-8, where btoa gives the package its Latin-1 bytes', () => {
    const given = { ...base, secret: 'schlüssel', headers: {} };
    const signed = { ...given, headers: headersOf({ ...given, timestamp: String(nowSeconds) }) };
    expect([theyAccept(signed), weAccept(signed)]).toEqual([false, true]);
  });

  test('bytes that are not UTF-8 are checked as they came, where the package mangles them first', () => {
    const body = Buffer.from([0x22, 0xff, 0x22]);
    const headers = headersOf({ ...base, timestamp: String(nowSeconds), body });
    expect(() => new Webhook(btoa(base.secret)).verify(body, headers)).toThrow('No matching signature');
    expect(ourCode({ secret: base.secret, headers, body })).toBe('malformed-body');
  });

  test.each(['', '[]', '7', 'null'])('a signed body that is no object is malformed: %j', (body) => {
    const given = { ...base, body, headers: headersOf({ ...base, timestamp: String(nowSeconds), body }) };
    expect(() => new Webhook(btoa(base.secret)).verify(body, given.headers)).not.toThrow();
    expect(ourCode(given)).toBe('malformed-body');
  });
});

/** Whether the signature holds; what is inside the body comes after. */
function theyAccept({ secret, headers, body }: Case): boolean {
  try {
    new Webhook(btoa(secret)).verify(body, headers, { jsonParse: false });
    return true;
  } catch {
    return false;
  }
}

function weAccept(given: Case): boolean {
  return ['accepted', 'malformed-body'].includes(ourCode(given));
}

function ourCode(given: { secret: string; headers: Headers; body: string | Buffer }): string {
  try {
    const verify = createVerifier({ secrets: [given.secret], now: () => new Date() });
    verify({ headers: given.headers, body: Buffer.from(given.body) });
    return 'accepted';
  } catch (error) {
    if (error instanceof ApiError) return error.code;
    throw error;
  }
}

function headersOf(given: { secret: string; id: string; timestamp: string; body: string | Buffer }): Headers {
  const signature = createHmac('sha256', given.secret)
    .update(`${given.id}.${given.timestamp}.`)
    .update(given.body)
    .digest('base64');
  return {
    'webhook-id': given.id,
    'webhook-timestamp': given.timestamp,
    'webhook-signature': `v1,${signature}`,
  };
}

/** Mostly one change to a good delivery, so that every check is the one that decides. */
function deliveries(): fc.Arbitrary<Case> {
  return fc
    .record({
      secret: fc.oneof(
        ascii(1),
        ascii(1).map((text) => `ws_${text}`),
        ascii(1).map((text) => `whsec_${text}`),
      ),
      id: fc.oneof(ascii(1), fc.string({ unit: 'grapheme', minLength: 1 })),
      timestamp: fc.oneof(
        { weight: 6, arbitrary: fc.integer({ min: -305, max: 305 }).map((off) => String(nowSeconds + off)) },
        {
          weight: 1,
          arbitrary: fc.constantFrom(-301, -300, 300, 301).map((off) => String(nowSeconds + off)),
        },
        { weight: 1, arbitrary: fc.constantFrom('soon', '-5', '1.5', 'NaN', '1e9', ' ', `${nowSeconds}.5`) },
      ),
      body: fc.oneof(fc.json(), fc.string({ unit: 'grapheme' }), fc.constantFrom('', '{}', '{', '\uFEFF{}')),
    })
    .chain((good) => {
      const headers = headersOf(good);
      return tampering(good.body, headers).map((changes) => ({
        secret: changes.secret ?? good.secret,
        headers: { ...headers, ...changes.headers },
        body: changes.body ?? good.body,
      }));
    });
}

interface Changes {
  secret?: string;
  headers?: Headers;
  body?: string;
}

function tampering(body: string, headers: Headers): fc.Arbitrary<Changes> {
  const signature = headers['webhook-signature'] ?? '';
  const text = signature.slice(3);
  const withSignature = (value: string) => ({ headers: { 'webhook-signature': value } });
  const nothing = fc.constant<Changes>({});
  return fc.oneof(
    { weight: 4, arbitrary: nothing },
    ascii(1).map((secret) => ({ secret })),
    fc.string().map((other) => ({ body: other })),
    fc.nat(body.length).map((at) => ({ body: `${body.slice(0, at)}x${body.slice(at + 1)}` })),
    fc.constantFrom(...Object.keys(headers)).map((name) => ({ headers: { [name]: '' } })),
    ascii(1).map((id) => ({ headers: { 'webhook-id': id } })),
    fc.integer({ min: 1, max: 9 }).map((off) => ({
      headers: { 'webhook-timestamp': String(Number(headers['webhook-timestamp']) + off) },
    })),
    fc.string().map(withSignature),
    fc.nat(text.length).map((at) => withSignature(`v1,${text.slice(0, at)}`)),
    fc.nat(text.length - 1).map((at) => withSignature(`v1,${text.slice(0, at)}!${text.slice(at + 1)}`)),
    fc
      .constantFrom('v2', 'V1', 'v1a', '', ' v1', 'v1 ')
      .map((version) => withSignature(`${version},${text}`)),
    fc
      .constantFrom(
        text,
        `v1${text}`,
        `v1=${text}`,
        `v1, ${text}`,
        `v1,${text},more`,
        `v1,${text} `,
        `  v1,${text}`,
        `v1,${text.replace(/=+$/, '')}`,
        `v1,${text.replaceAll('+', '-').replaceAll('/', '_')}`,
        `v1,${Buffer.from(text, 'base64').toString('hex')}`,
        `v1,${text}\tv1,x`,
      )
      .map(withSignature),
    fc
      .array(
        fc.oneof(
          fc.constant(signature),
          ascii(0).map((other) => `v1,${other}`),
          fc.string(),
        ),
      )
      .map((list) => withSignature(list.join(' '))),
  );
}

function ascii(minLength: number): fc.Arbitrary<string> {
  return fc.string({ unit: 'binary-ascii', minLength, maxLength: 60 });
}
