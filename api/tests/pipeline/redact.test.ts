import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { redact } from '../../src/pipeline/redact.ts';
import { translate } from '../../src/pipeline/translate.ts';
import { changed, fixture } from '../support/fixtures.ts';
import { now } from './support.ts';

const handled = [
  'chat-message',
  'chat-message-account-shape',
  'chat-reply',
  'chat-reaction',
  'lesson-completed',
  'membership-activated',
  'membership-activated-account-shape',
  'membership-deactivated',
  'payment-succeeded',
  'refund-created',
];
const words = 'meet me at nine';
const blotted = '•'.repeat(words.length);

describe('a redacted payload', () => {
  test('means the same as before when it is replayed', () => {
    const money = { amount: '49.00', currency: 'usd' };
    const texts = [
      ...handled.map(fixture),
      changed('payment-succeeded', { 'data.total': money, 'data.usd_total': money }),
      changed('refund-created', {
        'data.amount': { ...money, amount: '4.90' },
        'data.payment.currency': 'usd',
      }),
    ];
    for (const text of texts) {
      const payload = parse(text);
      expect(translate(payload, now).kind).toBe('meaning');
      expect(translate(parse(redact(payload)), now)).toEqual(translate(payload, now));
    }
  });

  test('keeps money but not words in its place', () => {
    const data = { amount: words, currency: words, total: '49 for the secret', usd_total: '10.00' };
    const text = redact({ data });
    expect(text).not.toMatch(/meet|secret/);
    expect(JSON.parse(text)).toMatchObject({ data: { usd_total: '10.00' } });
  });

  test('differs from a recorded one in the text alone', () => {
    const content = '•'.repeat('Shipped my first product today!'.length);
    expect(redact(parse(fixture('chat-message')))).toBe(
      JSON.stringify(parse(changed('chat-message', { 'data.message.content': content }))),
    );
  });

  test('keeps the length in code points', () => {
    expect(JSON.parse(redact({ content: '🎉 שלום' }))).toEqual({ content: '••••••' });
  });

  test('keeps a poll but not its words', () => {
    const poll = { options: [{ id: 'opt_1', text: words }], question: words, title: words };
    expect(JSON.parse(redact({ data: { message: { poll } } }))).toEqual({
      data: {
        message: { poll: { options: [{ id: 'opt_1', text: blotted }], question: blotted, title: blotted } },
      },
    });
  });

  test.each<[string, unknown]>([
    ['a message that is text', { message: words }],
    ['a list of texts', { message: { content: [words, [words]] } }],
    [
      'blocks below the text, even under keys that are kept elsewhere',
      { content: { id: words, type: words } },
    ],
    [
      'keys that spell it differently',
      { bodyHtml: words, rich_content: words, Text: words, subtitle: words },
    ],
    ['a key nobody thought of', { utterance: words, message: { v2: { says: words } } }],
    ['what it was before', { previous_attributes: { content: words } }],
    ['options that are texts', { poll: { options: [words] } }],
    ['a file', { attachments: [{ id: 'file_1', name: words, filename: words }] }],
    ['a long value under a key that is kept', { reason: words.repeat(20) }],
    ['a key that JSON alone can have', JSON.parse(`{"__proto__": {"content": "${words}"}}`)],
  ])('holds no words of %s', (_, data) => {
    const text = redact({ data });
    expect(text).not.toContain('meet');
    expect(shapeOf(JSON.parse(text))).toEqual(shapeOf({ data }));
  });

  test('keeps ids, times, kinds and the names of members', () => {
    const data = {
      author: { id: 'user_1', username: 'anad', name: 'Ana' },
      sent_at: '2026-11-20T18:04:05Z',
      parent_id: 'post_1',
      user_ids: ['user_1', 'user_2'],
      mentions: ['user_2'],
      emoji: ':heart:',
      message_type: 'new_kind',
      count: 3,
      is_pinned: false,
      nothing: null,
    };
    expect(JSON.parse(redact({ data }))).toEqual({ data });
  });

  test('of any shape keeps that shape and none of its words', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (odd) => {
        const payload = { data: { message: { content: odd } } };
        const text = redact(payload);
        expect(shapeOf(JSON.parse(text))).toEqual(shapeOf(JSON.parse(JSON.stringify(payload))));
        for (const found of stringsIn(JSON.parse(text))) expect(found).toMatch(/^•*$/);
      }),
    );
  });

  test('is cut off where it nests deeper than anything real', () => {
    const deep = parse(`{"a":${'['.repeat(200_000)}"${words}"${']'.repeat(200_000)}}`);
    expect(redact(deep).length).toBeLessThan(200);
  });
});

function parse(text: string): Record<string, unknown> {
  return JSON.parse(text) as Record<string, unknown>;
}

/** The same JSON with every string replaced by its length. */
function shapeOf(json: unknown): unknown {
  if (typeof json === 'string') return Array.from(json).length;
  if (Array.isArray(json)) return json.map(shapeOf);
  if (typeof json !== 'object' || json === null) return json;
  return Object.entries(json).map(([key, value]) => [key, shapeOf(value)]);
}

function stringsIn(json: unknown): string[] {
  if (typeof json === 'string') return [json];
  return typeof json === 'object' && json !== null ? Object.values(json).flatMap(stringsIn) : [];
}
