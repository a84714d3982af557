import { describe, expect, test } from 'vitest';
import { ApiError } from '../../src/errors.ts';
import { createVerifier, type Delivery } from '../../src/pipeline/verify.ts';
import { fixture } from '../support/fixtures.ts';
import { sign } from '../support/sign.ts';
import { now, secret } from './support.ts';

const verify = createVerifier({ secrets: [secret], now: () => now });
const body = Buffer.from(fixture('chat-message'));

describe('a delivery that Whop signed', () => {
  test('is taken with its id and its body', () => {
    expect(verify(signed(body))).toEqual({
      webhookId: 'msg_1',
      payload: JSON.parse(body.toString()),
    });
  });

  test('is checked over the bytes as they came, not over what they decode to', () => {
    const spaced = Buffer.from('{ "name" : "caf\\u00e9",\r\n "name": "\u{1F389} ש" }');
    expect(verify(signed(spaced)).payload).toEqual({ name: '\u{1F389} ש' });
  });

  test.each(['ws_abc', 'whsec_c2VjcmV0', 'not base64 !', 'schlüssel-🔑'])(
    'may be signed with a secret of any form, used as it is shown: %s',
    (shown) => {
      const check = createVerifier({ secrets: [shown], now: () => now });
      expect(check(signed(body, { secret: shown })).webhookId).toBe('msg_1');
    },
  );

  test.each([-300, 0, 300])('is taken %d seconds from now', (seconds) => {
    expect(() => verify(signed(body, { at: secondsFromNow(seconds) }))).not.toThrow();
  });

  test.each([-301, 301])('is stale %d seconds from now', (seconds) => {
    expect(codeOf(signed(body, { at: secondsFromNow(seconds) }))).toBe('stale-timestamp');
  });

  test('is taken when any of several signatures matches', () => {
    const delivery = signed(body);
    const good = delivery.headers['webhook-signature'] as string;
    delivery.headers['webhook-signature'] = `v1a,abc v1,${'A'.repeat(43)}= ${good} v2,x`;
    expect(() => verify(delivery)).not.toThrow();
  });

  test('is taken when any of several secrets signed it', () => {
    const rotated = createVerifier({ secrets: ['ws_new', secret], now: () => now });
    expect(() => rotated(signed(body))).not.toThrow();
    expect(() => rotated(signed(body, { secret: 'ws_new' }))).not.toThrow();
    expect(() => rotated(signed(body, { secret: 'ws_other' }))).toThrow(ApiError);
  });
});

describe('a delivery that Whop did not sign', () => {
  test.each(['webhook-id', 'webhook-timestamp', 'webhook-signature'])('is refused without %s', (name) => {
    for (const value of [undefined, '']) {
      const delivery = signed(body);
      delivery.headers[name] = value;
      expect(codeOf(delivery)).toBe('missing-header');
    }
  });

  test('is refused when a byte of the body, the id, the time or the secret is another', () => {
    const other = Buffer.from(body);
    other[other.length - 3]! ^= 1;
    expect(codeOf({ ...signed(body), body: other })).toBe('invalid-signature');
    expect(codeOf(signed(body, {}, { 'webhook-id': 'msg_other' }))).toBe('invalid-signature');
    const later = String(Math.floor(now.getTime() / 1000) + 1);
    expect(codeOf(signed(body, {}, { 'webhook-timestamp': later }))).toBe('invalid-signature');
    expect(codeOf(signed(body, { secret: 'ws_other' }))).toBe('invalid-signature');
  });

  test.each(['', ' ', 'v1', 'v1,', 'v1=abc', 'nonsense', ',,,', 'v1,€'])(
    'is refused with the signature %j',
    (signature) => {
      const code = codeOf(signed(body, {}, { 'webhook-signature': signature }));
      expect(code).toBe(signature === '' ? 'missing-header' : 'invalid-signature');
    },
  );

  test('is refused when the right signature is given for a version other than v1', () => {
    const [, text] = (signed(body).headers['webhook-signature'] as string).split(',');
    expect(codeOf(signed(body, {}, { 'webhook-signature': `v2,${text}` }))).toBe('invalid-signature');
  });

  test.each(['soon', '1e9', '-1', '+1795197900', '0x6b00', '99999999999999999999', 'NaN', ' '])(
    'is stale with the timestamp %j',
    (timestamp) => {
      expect(codeOf(signed(body, {}, { 'webhook-timestamp': timestamp }))).toBe('stale-timestamp');
    },
  );

  test('is told about the header first, then about the time, then about the signature', () => {
    const wrong = { 'webhook-timestamp': '1', 'webhook-signature': 'v1,x' };
    expect(codeOf({ headers: { ...wrong, 'webhook-id': '' }, body })).toBe('missing-header');
    expect(codeOf({ headers: { ...wrong, 'webhook-id': 'msg_1' }, body })).toBe('stale-timestamp');
  });
});

describe('headers sent twice', () => {
  test('make the id and the time wrong, whether joined or listed', () => {
    for (const twice of ['msg_1, msg_1', ['msg_1', 'msg_1']]) {
      const delivery = signed(body, { id: 'msg_1' });
      delivery.headers['webhook-id'] = twice as string;
      expect(codeOf(delivery)).toBe('invalid-signature');
    }
    const delivery = signed(body);
    const time = delivery.headers['webhook-timestamp'] as string;
    delivery.headers['webhook-timestamp'] = `${time}, ${time}`;
    expect(codeOf(delivery)).toBe('stale-timestamp');
  });

  test('offer more signatures', () => {
    const delivery = signed(body);
    delivery.headers['webhook-signature'] = `v1,other, ${delivery.headers['webhook-signature'] as string}`;
    expect(() => verify(delivery)).not.toThrow();
  });
});

describe('a well-signed body', () => {
  test.each(['', '{', '[1]', '"text"', 'null', '7', '{"a":1}}', '\uFEFF{}', '{"a":NaN}'])(
    'is malformed when it is %j',
    (text) => expect(codeOf(signed(Buffer.from(text)))).toBe('malformed-body'),
  );

  test('is malformed when it is not UTF-8', () => {
    expect(codeOf(signed(Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d])))).toBe('malformed-body');
    expect(codeOf(signed(Buffer.from('{"a":1}', 'utf16le')))).toBe('malformed-body');
  });

  test('is read however deep it nests', () => {
    const deep = Buffer.from(`{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`);
    expect(verify(signed(deep)).payload).toHaveProperty('a');
  });
});

describe('a verifier', () => {
  test('is not made without a secret, or with an empty one', () => {
    expect(() => createVerifier({ secrets: [], now: () => now })).toThrow(/No webhook secret/);
    expect(() => createVerifier({ secrets: [secret, ''], now: () => now })).toThrow(/empty/);
  });
});

function secondsFromNow(seconds: number): Date {
  return new Date(now.getTime() + seconds * 1000);
}

function signed(
  bytes: Buffer,
  options: { secret?: string; at?: Date; id?: string } = {},
  headers: Record<string, string> = {},
): Delivery {
  const made = sign(bytes, options.secret ?? secret, options.at ?? now, options.id ?? 'msg_1');
  return { headers: { ...made, ...headers }, body: bytes };
}

function codeOf(delivery: Delivery): string {
  try {
    verify(delivery);
    return 'accepted';
  } catch (error) {
    return error instanceof ApiError ? error.code : String(error);
  }
}
