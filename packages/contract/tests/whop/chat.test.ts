import { describe, expect, test } from 'vitest';
import { chatHeadSchema, chatMessageCreatedSchema, chatReactionCreatedSchema } from '../../src/index.ts';
import { fixture, type Payload } from './fixture.ts';

function message(change: (data: Payload) => void): ReturnType<typeof chatMessageCreatedSchema.safeParse> {
  const { data } = fixture('chat-message');
  change(data);
  return chatMessageCreatedSchema.safeParse(data);
}

function reaction(change: (data: Payload) => void): ReturnType<typeof chatReactionCreatedSchema.safeParse> {
  const { data } = fixture('chat-reaction');
  change(data);
  return chatReactionCreatedSchema.safeParse(data);
}

describe('a chat message', () => {
  test('is regular where its type is absent or null', () => {
    expect(message((data) => delete data.message.message_type).data?.message.message_type).toBe('regular');
    expect(message((data) => (data.message.message_type = null)).data?.message.message_type).toBe('regular');
  });

  test('is no reply where the replied-to message is absent', () => {
    const { data } = message((changed) => delete changed.message.replying_to_message_id);
    expect(data?.message.replying_to_message_id ?? null).toBeNull();
  });

  test.each<[string, (data: Payload) => void]>([
    ['null content', (data) => (data.message.content = null)],
    ['ten thousand characters', (data) => (data.message.content = 'x'.repeat(10_000))],
    ['content of another shape', (data) => (data.message.content = { blocks: [] })],
    ['attachments', (data) => (data.message.attachments = [{ id: 'file_1' }])],
    [
      'nothing but what we use',
      (data) => {
        const { id, created_at, user } = data.message;
        data.message = { id, created_at, user: { id: user.id } };
        data.channel = { type: 'chat' };
        delete data.audience;
        delete data.reason;
      },
    ],
  ])('is read with %s', (_what, change) => {
    expect(message(change).success).toBe(true);
  });

  test.each([
    ['an emoji', '👩‍👩‍👧 Ana'],
    ['right-to-left text', 'آنا ‮دوارتي'],
    ['a script', '<script>alert(1)</script>'],
    ['ten thousand characters', 'é'.repeat(10_000)],
    ['nothing', ''],
  ])('keeps a name with %s as it is', (_what, name) => {
    expect(message((data) => (data.message.user.name = name)).data?.message.user.name).toBe(name);
  });

  test.each([null, undefined, 7, { first: 'Ana' }])('reads the name %j as null and still earns', (name) => {
    expect(message((data) => (data.message.user.name = name)).data?.message.user.name).toBeNull();
    expect(message((data) => (data.message.user.username = name)).data?.message.user.username).toBeNull();
  });

  test('leaves its text behind', () => {
    const { data } = message((changed) => (changed.message.content = 'a secret'));
    expect(data).toBeDefined();
    expect(JSON.stringify(data)).not.toContain('secret');
  });

  test.each<[string, (data: Payload) => void]>([
    ['no message', (data) => delete data.message],
    ['no channel', (data) => delete data.channel],
    ['a channel type we do not know', (data) => (data.channel.type = 'livestream')],
    ['a message type we do not know', (data) => (data.message.message_type = 'sponsored')],
    ['no author', (data) => (data.message.user = null)],
    ['an author without id', (data) => delete data.message.user.id],
    ['an empty author id', (data) => (data.message.user.id = '')],
    ['an author id that is too long', (data) => (data.message.user.id = 'u'.repeat(201))],
    ['a message id that is a number', (data) => (data.message.id = 12)],
    ['no time', (data) => delete data.message.created_at],
    ['a time without zone', (data) => (data.message.created_at = '2026-11-20T18:04:05')],
    ['unix seconds', (data) => (data.message.created_at = 1_790_000_000)],
    ['an empty replied-to id', (data) => (data.message.replying_to_message_id = '')],
  ])('is refused with %s', (_what, change) => {
    expect(message(change).success).toBe(false);
  });
});

describe('a reaction', () => {
  test('names the giver and the receiver', () => {
    const { data } = reaction(() => {});
    expect(data?.reaction.user.id).toBe('user_4TnB8kRc3VyE6');
    expect(data?.message.user.id).toBe('user_7GhP2mWq9LsX1');
  });

  test.each<[string, (data: Payload) => void]>([
    ['no emoji', (data) => (data.reaction.emoji = null)],
    ['no id of its own', (data) => delete data.reaction.id],
    ['no resource', (data) => delete data.reaction.resource_id],
    ['no time of the message', (data) => delete data.message.created_at],
  ])('is read with %s', (_what, change) => {
    expect(reaction(change).success).toBe(true);
  });

  test.each<[string, (data: Payload) => void]>([
    ['no reaction', (data) => delete data.reaction],
    ['no giver', (data) => (data.reaction.user = null)],
    ['an empty giver id', (data) => (data.reaction.user.id = '')],
    ['no message', (data) => delete data.message],
    ['no receiver', (data) => delete data.message.user],
    ['no message id', (data) => delete data.message.id],
    ['a channel type we do not know', (data) => (data.channel.type = 'forum')],
  ])('is refused with %s', (_what, change) => {
    expect(reaction(change).success).toBe(false);
  });
});

describe('the head of a chat event', () => {
  test.each([undefined, null, 'text', { message_type: 'sponsored' }])(
    'still tells a direct message where its message is %j',
    (odd) => {
      const data = { channel: { type: 'direct_message' }, message: odd };
      expect(chatHeadSchema.parse(data)).toEqual({ channel: { type: 'direct_message' }, message: null });
    },
  );

  test('still tells a system message that has no author', () => {
    const data = { channel: { type: 'chat' }, message: { message_type: 'system', user: null } };
    expect(chatHeadSchema.parse(data).message?.message_type).toBe('system');
  });

  test.each([null, {}, { channel: {} }, { channel: { type: 'forum' } }])(
    'is refused without a known channel: %j',
    (data) => {
      expect(chatHeadSchema.safeParse(data).success).toBe(false);
    },
  );
});
