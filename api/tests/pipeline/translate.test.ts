import { describe, expect, test } from 'vitest';
import type { Activity, Translation } from '../../src/pipeline/activity.ts';
import { translate } from '../../src/pipeline/translate.ts';
import { changed, fixture } from '../support/fixtures.ts';
import { now } from './support.ts';

const biz = 'biz_9Qm4tXw2LrK7Hs';
const ana = 'user_7GhP2mWq9LsX1';
const ben = 'user_4TnB8kRc3VyE6';

describe('a chat message', () => {
  test('earns for its author, at the time it was written, by its own key', () => {
    expect(read('chat-message')).toEqual({
      kind: 'meaning',
      meaning: {
        communityId: biz,
        activities: [
          {
            communityId: biz,
            userId: ana,
            type: 'chat',
            key: 'chat:post_1CWm8Qe2',
            at: new Date('2026-11-20T18:04:05.000Z'),
            username: 'anad',
            displayName: 'Ana Duarte',
            experienceId: 'exp_3KfT8vYp1NbZ0c',
            counterpartId: null,
            contentLength: 31,
            replyToKey: null,
          },
        ],
        takeBacks: [],
        memberships: [],
      },
    });
  });

  test('of the account shape is the same, and its missing text is of length 0', () => {
    const account = earned('chat-message-account-shape');
    expect(account).toMatchObject({ communityId: biz, key: 'chat:post_1CWm8Sg4', contentLength: 0 });
  });

  test('that answers another is a reply, with a key of the same kind', () => {
    expect(earned('chat-reply')).toMatchObject({
      userId: ben,
      type: 'reply',
      key: 'chat:post_1CWm8Rf3',
      displayName: null,
      replyToKey: 'chat:post_1CWm8Qe2',
    });
  });

  test('is regular when its type is absent or null', () => {
    for (const type of [undefined, null]) {
      expect(read('chat-message', { 'data.message.message_type': type }).kind).toBe('meaning');
    }
  });

  test('never takes its text along', () => {
    const text = 'a secret nobody else knows';
    expect(JSON.stringify(read('chat-message', { 'data.message.content': text }))).not.toContain('secret');
  });

  test.each(['🎉🎉', 'ש🎉', '\u0000a'])('has a length in code points: %j', (content) => {
    expect(earned('chat-message', { 'data.message.content': content }).contentLength).toBe(2);
  });

  test('counts at the exact moment its offset says', () => {
    const at = '2026-11-20T20:04:05.123456+02:00';
    expect(earned('chat-message', { 'data.message.created_at': at }).at).toEqual(
      new Date('2026-11-20T18:04:05.123Z'),
    );
  });
});

describe('a reaction', () => {
  test('earns for the giver, at the time of the envelope, once per giver and message', () => {
    expect(earned('chat-reaction')).toMatchObject({
      userId: ben,
      counterpartId: ana,
      type: 'reaction',
      key: `reaction:${ben}:post_1CWm8Qe2`,
      at: new Date('2026-11-20T18:04:31.000Z'),
      username: 'ben_makes',
    });
  });

  test('is received by the author, by their own name, once per giver and message', () => {
    expect(received('chat-reaction')).toMatchObject({
      userId: ana,
      counterpartId: ben,
      key: `received:${ben}:post_1CWm8Qe2`,
      at: new Date('2026-11-20T18:04:31.000Z'),
      username: 'anad',
      displayName: 'Ana Duarte',
      experienceId: 'exp_3KfT8vYp1NbZ0c',
    });
  });

  test('has the same key when it is toggled', () => {
    const again = { 'data.reaction.id': 'reac_other', 'data.reaction.emoji': null, id: 'msg_other' };
    expect(earned('chat-reaction', again).key).toBe(earned('chat-reaction').key);
  });

  test('to a message of the system still counts for the giver, and for no author', () => {
    for (const type of ['system', 'automated']) {
      const changes = { 'data.message.message_type': type };
      expect(earned('chat-reaction', changes).userId).toBe(ben);
      expect(received('chat-reaction', changes)).toBeUndefined();
    }
  });
});

describe('a member', () => {
  test('is who Whop says they are, as of the envelope, created or updated', () => {
    for (const type of ['member.created', 'member.updated']) {
      expect(read('member-created', { type })).toEqual({
        kind: 'profile',
        profile: {
          communityId: biz,
          userId: ana,
          at: new Date('2026-11-20T18:04:03.000Z'),
          username: 'anad',
          displayName: 'Ana Duarte',
          avatarUrl: 'https://assets.whop.com/uploads/avatar-anad.png',
        },
      });
    }
  });

  test('without a user, or whose picture is not told, is ignored', () => {
    expect(reasonOf('member-created', { 'data.user': null })).toBe('member-without-user');
    const untold = { 'data.user.profile_picture': undefined };
    expect(reasonOf('member-created', untold)).toBe('member-without-picture');
  });

  test('who has no picture has none', () => {
    expect(read('member-created', { 'data.user.profile_picture': null })).toMatchObject({
      profile: { avatarUrl: null },
    });
  });

  test('of another shape, without a company or from the future is quarantined', () => {
    const reasonFor = (changes: Record<string, unknown>) => read('member-created', changes);
    expect(reasonFor({ 'data.user.id': 7 })).toMatchObject({ reason: 'unknown-shape' });
    expect(reasonFor({ data: 'text' })).toMatchObject({ reason: 'unknown-shape' });
    expect(reasonFor({ account_id: null, 'data.account_id': null })).toMatchObject({
      reason: 'missing-community',
    });
    expect(reasonFor({ timestamp: '2030-01-01T00:00:00Z' })).toMatchObject({ reason: 'future-dated' });
  });
});

describe('what earns nothing by definition is ignored', () => {
  test.each([
    ['direct-message', 'direct-message'],
    ['support-message', 'support-message'],
    ['system-message', 'system-message'],
    ['chat-reaction-to-self', 'self-reaction'],
    ['unknown-event', 'unhandled-type'],
  ])('%s as %s', (name, reason) => expect(read(name)).toEqual({ kind: 'ignored', reason }));

  test('an automated message', () => {
    expect(reasonOf('chat-message', { 'data.message.message_type': 'automated' })).toBe('automated-message');
  });

  test('any other version, before its type is looked at', () => {
    expect(reasonOf('chat-message', { api_version: 'v2' })).toBe('unsupported-api-version');
    expect(translate({ action: 'membership.went_valid', api_version: 'v5', data: {} }, now)).toEqual({
      kind: 'ignored',
      reason: 'unsupported-api-version',
    });
  });

  test.each(['__proto__', 'constructor', 'toString', '', null, 7, { a: 1 }, undefined])(
    'the type %j',
    (type) => expect(reasonOf('chat-message', { type })).toBe('unhandled-type'),
  );

  test('a reaction in a direct message', () => {
    expect(reasonOf('chat-reaction', { 'data.channel.type': 'direct_message' })).toBe('direct-message');
  });

  test.each([
    { 'data.message': 'just text' },
    { 'data.message': null, company_id: undefined },
    { 'data.message.user': undefined },
    { 'data.message.created_at': '2030-01-01T00:00:00Z' },
    { timestamp: 7, api_version: undefined },
    { 'data.channel': undefined },
    { 'data.channel': { kind: 'dm' } },
    { 'data.channel.type': 'direct', 'data.reason': 'something new' },
    { 'data.channel.type': 'direct', 'data.audience': null },
  ])('a direct message of a shape we do not know: %j', (changes) => {
    expect(reasonOf('direct-message', changes)).toBe('direct-message');
  });

  test('a support or system message of a shape we do not know', () => {
    expect(reasonOf('support-message', { 'data.message': [] })).toBe('support-message');
    expect(reasonOf('system-message', { 'data.message.user': 5 })).toBe('system-message');
    expect(reasonOf('system-message', { 'data.channel': undefined })).toBe('system-message');
  });

  test('a reaction to oneself without a community, or from the future', () => {
    const changes = { company_id: null, timestamp: '2030-01-01T00:00:00Z' };
    expect(reasonOf('chat-reaction-to-self', changes)).toBe('self-reaction');
  });
});

describe('what we cannot book is quarantined', () => {
  test.each<[string, Record<string, unknown>]>([
    ['a message that is text', { 'data.message': 'hello' }],
    ['no author', { 'data.message.user': null }],
    ['an author without an id', { 'data.message.user.id': '' }],
    ['no message id', { 'data.message.id': undefined }],
    ['a time that is none', { 'data.message.created_at': 'yesterday' }],
    ['a time in unix seconds', { 'data.message.created_at': 1795197845 }],
    ['no data', { data: null }],
    ['a list as data', { data: [] }],
    ['no channel', { 'data.channel': undefined }],
    ['a channel of an unknown type', { 'data.channel.type': 'forum' }],
    ['a message of an unknown type', { 'data.message.message_type': 'poll' }],
    ['no version', { api_version: undefined }],
    ['a version of null', { api_version: null }],
    ['a company that is a number', { company_id: 7 }],
  ])('%s is an unknown shape', (_, changes) => {
    expect(read('chat-message', changes)).toMatchObject({ kind: 'quarantined', reason: 'unknown-shape' });
  });

  test('an unknown shape names its paths and none of its values', () => {
    const found = read('chat-message', { 'data.message.created_at': 'my diary' });
    expect(found).toMatchObject({ communityId: biz, issues: ['data.message.created_at'] });
    expect(JSON.stringify(found)).not.toContain('diary');
  });

  test('no company at all is a missing community', () => {
    for (const changes of [{ company_id: null }, { company_id: undefined, account_id: null }]) {
      expect(read('chat-message', changes)).toEqual({
        kind: 'quarantined',
        reason: 'missing-community',
        communityId: null,
      });
    }
  });

  test('a company beside an account is the community', () => {
    expect(earned('chat-message', { account_id: 'biz_other' }).communityId).toBe(biz);
    expect(earned('chat-message', { company_id: null, account_id: 'biz_other' }).communityId).toBe(
      'biz_other',
    );
  });

  test('more than five minutes ahead is dated in the future, by the time of the activity', () => {
    const ahead = (ms: number) => new Date(now.getTime() + ms).toISOString();
    const limit = 5 * 60_000;
    const created = (ms: number) => read('chat-message', { 'data.message.created_at': ahead(ms) });
    expect(created(limit).kind).toBe('meaning');
    expect(created(limit + 1)).toMatchObject({
      kind: 'quarantined',
      reason: 'future-dated',
      communityId: biz,
    });
    expect(read('chat-message', { timestamp: ahead(limit + 1) }).kind).toBe('meaning');
    expect(read('chat-reaction', { timestamp: ahead(limit + 1) })).toMatchObject({ reason: 'future-dated' });
    expect(read('chat-reaction', { 'data.message.created_at': ahead(limit + 1) }).kind).toBe('meaning');
  });

  test('an activity of long ago is booked: Whop replays for thirty days', () => {
    expect(read('chat-message', { 'data.message.created_at': '2026-10-21T00:00:00Z' }).kind).toBe('meaning');
  });
});

describe('names', () => {
  const nameOf = (name: unknown) => earned('chat-message', { 'data.message.user.name': name }).displayName;

  test.each(['<script>alert(1)</script>', '🦊 Ana', 'שלום עולם', 'a\u0301', 'x'.repeat(100)])(
    'are kept as they are: %s',
    (name) => expect(nameOf(name)).toBe(name),
  );

  test('lose what the database refuses', () => {
    expect(nameOf('A\0n\uD800a\uDC00 🦊\uDC00')).toBe('Ana 🦊');
  });

  test('are cut to 100 code points, never through one', () => {
    expect(nameOf('🦊'.repeat(5000))).toBe('🦊'.repeat(100));
    expect(nameOf(`a${'🦊'.repeat(99)}b`)).toBe(`a${'🦊'.repeat(99)}`);
    expect(nameOf('\0'.repeat(300) + 'x'.repeat(10_000))).toBe('x'.repeat(100));
  });

  test.each(['', '\0', '\uD800', null, 7, {}, undefined])('are null when nothing is left: %j', (name) => {
    expect(nameOf(name)).toBeNull();
  });
});

function read(name: string, changes?: Record<string, unknown>): Translation {
  const text = changes ? changed(name, changes) : fixture(name);
  return translate(JSON.parse(text) as Record<string, unknown>, now);
}

function earned(name: string, changes?: Record<string, unknown>): Activity {
  const [activity] = activitiesOf(name, changes);
  if (!activity) throw new Error(`expected an activity of ${name}`);
  return activity;
}

function received(name: string, changes?: Record<string, unknown>): Activity | undefined {
  return activitiesOf(name, changes).find(({ type }) => type === 'reaction_received');
}

function activitiesOf(name: string, changes?: Record<string, unknown>): Activity[] {
  const translation = read(name, changes);
  if (translation.kind === 'meaning') return translation.meaning.activities;
  throw new Error(`expected a meaning, got ${JSON.stringify(translation)}`);
}

function reasonOf(name: string, changes: Record<string, unknown>): string {
  const translation = read(name, changes);
  return translation.kind === 'ignored' ? translation.reason : `${translation.kind}, not ignored`;
}
