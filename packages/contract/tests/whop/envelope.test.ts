import { describe, expect, test } from 'vitest';
import { whopEnvelopeSchema, whopHeadSchema } from '../../src/index.ts';
import { fixture, type Payload } from './fixture.ts';

function envelopeWith(changes: Payload): boolean {
  return whopEnvelopeSchema.safeParse({ ...fixture('chat-message'), ...changes }).success;
}

describe('the head of a webhook', () => {
  test('tells an old generation apart by its version', () => {
    const body = { action: 'membership.went_valid', api_version: 'v5', data: {} };
    expect(whopHeadSchema.parse(body)).toEqual({ api_version: 'v5', type: null });
  });

  test.each([{}, { api_version: 1, type: ['chat'] }, { api_version: null, type: null }])(
    'is null for %j',
    (body) => {
      expect(whopHeadSchema.parse(body)).toEqual({ api_version: null, type: null });
    },
  );

  test.each([null, [], 'text', 1, true])('is refused for JSON that is no object: %j', (body) => {
    expect(whopHeadSchema.safeParse(body).success).toBe(false);
  });
});

describe('the envelope', () => {
  test.each([
    ['an absent community', { company_id: undefined }],
    ['a community that is null', { company_id: null, account_id: null }],
    ['both names for the community', { account_id: 'biz_1' }],
    ['fields we do not know', { previous_attributes: {}, api_version_date: 5 }],
    ['an offset', { timestamp: '2026-11-20T20:04:06.123456+02:00' }],
    ['an id of 200 characters', { id: 'x'.repeat(200) }],
    ['data of any shape', { data: null }],
  ])('accepts %s', (_what, changes) => {
    expect(envelopeWith(changes)).toBe(true);
  });

  test.each([
    ['an empty id', { id: '' }],
    ['an id that is too long', { id: 'x'.repeat(201) }],
    ['an id that is no text', { id: 5 }],
    ['another version', { api_version: 'v2' }],
    ['no type', { type: undefined }],
    ['a time without zone', { timestamp: '2026-11-20T18:04:06.000' }],
    ['a date that does not exist', { timestamp: '2026-02-30T18:04:06.000Z' }],
    ['unix seconds', { timestamp: 1_790_000_000 }],
    ['a community that is no text', { company_id: 12 }],
    ['an empty community', { company_id: '' }],
    ['an absent time', { timestamp: undefined }],
    ['a time with endless fractions', { timestamp: `2026-11-20T18:04:06.${'0'.repeat(100)}Z` }],
  ])('refuses %s', (_what, changes) => {
    expect(envelopeWith(changes)).toBe(false);
  });
});
