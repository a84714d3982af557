import { describe, expect, test } from 'vitest';
import {
  chatHeadSchema,
  type HandledEventType,
  whopDataSchemas,
  whopEnvelopeSchema,
  whopHeadSchema,
} from '../../src/index.ts';
import { fixture, fixtureNames } from './fixture.ts';

const ana = { id: 'user_7GhP2mWq9LsX1', username: 'anad', name: 'Ana Duarte' };
const ben = { id: 'user_4TnB8kRc3VyE6', username: 'ben_makes', name: null };
const chat = { channel: { type: 'chat' } };
const first = { id: 'post_1CWm8Qe2', message_type: 'regular', user: ana };

const membership = {
  id: 'mem_3Vb7Nc1',
  user: ana,
  product: { id: 'prod_1Qq8' },
  joined_at: '2026-11-20T18:04:01.000Z',
};

/** What is read of each payload's `data`; null for events we do not handle yet. */
const expected: Record<string, object | null> = {
  'chat-message': {
    ...chat,
    message: { ...first, created_at: '2026-11-20T18:04:05.000Z', replying_to_message_id: null },
  },
  'chat-message-account-shape': {
    ...chat,
    message: {
      ...first,
      id: 'post_1CWm8Sg4',
      created_at: '2026-11-20T18:04:40.000Z',
      replying_to_message_id: null,
    },
  },
  'chat-reply': {
    ...chat,
    message: {
      id: 'post_1CWm8Rf3',
      message_type: 'regular',
      user: ben,
      created_at: '2026-11-20T18:04:20.000Z',
      replying_to_message_id: 'post_1CWm8Qe2',
    },
  },
  'chat-reaction': { ...chat, message: first, reaction: { user: ben } },
  'chat-reaction-to-self': { ...chat, message: first, reaction: { user: ana } },
  'direct-message': {
    channel: { type: 'direct_message' },
    message: {
      ...first,
      id: 'post_1CWm8Th5',
      created_at: '2026-11-20T18:04:44.000Z',
      replying_to_message_id: null,
    },
  },
  'support-message': {
    channel: { type: 'support' },
    message: {
      ...first,
      id: 'post_1CWm8Ui6',
      created_at: '2026-11-20T18:04:45.000Z',
      replying_to_message_id: null,
    },
  },
  'system-message': {
    ...chat,
    message: {
      ...first,
      id: 'post_1CWm8Vj7',
      message_type: 'system',
      created_at: '2026-11-20T18:04:46.000Z',
      replying_to_message_id: null,
    },
  },
  'lesson-completed': {
    completed: true,
    user: ana,
    lesson: { id: 'lesn_4Kd9' },
    course: { experience: { id: 'exp_9PcourseX2' } },
  },
  'member-created': {
    user: {
      id: 'user_7GhP2mWq9LsX1',
      name: 'Ana Duarte',
      username: 'anad',
      profile_picture: { url: 'https://assets.whop.com/uploads/avatar-anad.png' },
    },
  },
  'membership-activated': membership,
  'membership-activated-account-shape': {
    id: 'mem_3Vb7Nc1',
    user_id: ana.id,
    product_id: 'prod_1Qq8',
  },
  'membership-deactivated': membership,
  'payment-succeeded': {
    id: 'pay_7Yh2Kd',
    user: ana,
    currency: 'usd',
    total: 49,
    usd_total: 49,
    product: { id: 'prod_1Qq8' },
  },
  'refund-created': {
    id: 'rfnd_1Mm4',
    amount: 49,
    currency: 'usd',
    status: 'succeeded',
    payment: { id: 'pay_7Yh2Kd', total: 49, currency: null },
  },
  'unknown-event': null,
};

test('every recorded payload is expected here', () => {
  expect(fixtureNames.toSorted()).toEqual(Object.keys(expected).toSorted());
});

describe.each(fixtureNames)('%s', (name) => {
  const payload = fixture(name);

  test('has an envelope in one of the two shapes', () => {
    const envelope = whopEnvelopeSchema.parse(payload);
    expect(envelope.company_id ?? envelope.account_id).toBe('biz_9Qm4tXw2LrK7Hs');
    expect(envelope).toMatchObject({ id: payload.id, type: payload.type, timestamp: payload.timestamp });
    expect(whopHeadSchema.parse(payload)).toEqual({ api_version: 'v1', type: payload.type });
  });

  test('keeps its data untouched in the envelope', () => {
    expect(whopEnvelopeSchema.parse(payload).data).toBe(payload.data);
  });

  test('has the data we read, or is of a type we do not handle', () => {
    const schema = whopDataSchemas[payload.type as HandledEventType] as
      (typeof whopDataSchemas)[HandledEventType] | undefined;
    expect(schema?.parse(payload.data) ?? null).toEqual(expected[name]);
  });
});

test.each([
  ['chat-message', { channel: { type: 'chat' }, message: { message_type: 'regular' } }],
  ['direct-message', { channel: { type: 'direct_message' }, message: { message_type: 'regular' } }],
  ['support-message', { channel: { type: 'support' }, message: { message_type: 'regular' } }],
  ['system-message', { channel: { type: 'chat' }, message: { message_type: 'system' } }],
])('the head of %s says whether it can earn', (name, head) => {
  expect(chatHeadSchema.parse(fixture(name).data)).toEqual(head);
});
