import { describe, expect, test } from 'vitest';
import type { Award, QuarantinedEvent } from '../../src/database/functions.ts';
import { changed, fixture } from '../support/fixtures.ts';
import { sign } from '../support/sign.ts';
import { createScriptedPath } from './scripted-path.ts';
import { createGate, failure, settle } from './support.ts';

/** How the steps hang together when the database fails; what it decides is tested on the real one. */
const create = createScriptedPath;

const message = (id: string, user: string) =>
  changed('chat-message', { id: `msg_${id}`, 'data.message.id': id, 'data.message.user.id': user });

const outcome = (word: string, xpAwarded: number) => () => [
  { outcome: word, xpAwarded, xp: 0, level: 0, previousLevel: 0 },
];

describe('the answer', () => {
  test.each([
    ['awarded', 15, { status: 'accepted', awards: 1 }],
    ['awarded', 0, { status: 'accepted', awards: 0 }],
    ['cooldown', 0, { status: 'accepted', awards: 0 }],
    ['duplicate', 0, { status: 'duplicate' }],
  ])('to what the database calls %s with %d XP is %j', async (word, xp, answer) => {
    const { receive, answers } = create();
    answers['award_xp'] = outcome(word, xp);
    expect(await receive(fixture('chat-message'))).toEqual(answer);
  });

  test('to an ignored event asks the database nothing', async () => {
    const { receive, calls } = create();
    expect(await receive(fixture('direct-message'))).toEqual({ status: 'ignored', reason: 'direct-message' });
    expect(calls).toEqual([]);
  });

  test('to an event nobody signed is an error, and nothing was done', async () => {
    const { pipeline, calls } = create();
    const body = Buffer.from(fixture('chat-message'));
    const headers = { ...sign(body, 'ws_other', new Date('2026-11-20T18:05:00Z')) };
    await expect(pipeline.receive({ headers, body })).rejects.toMatchObject({ code: 'invalid-signature' });
    expect(calls).toEqual([]);
  });

  test('to an event of an unknown shape is quarantined, with the id it was delivered under', async () => {
    const { receive, callsTo } = create();
    const odd = changed('chat-message', { 'data.message.user': null });
    expect(await receive(odd)).toEqual({ status: 'quarantined' });
    expect(callsTo('quarantine_event')).toMatchObject([
      { args: { event: { webhookId: 'msg_2ZkWq1aN0fT8bV5sXc7LdQ', reason: 'unknown-shape' } } },
    ]);
  });
});

describe('a member who is cooling', () => {
  test('is refused without the database, and was last active then', async () => {
    const { pipeline, receive, callsTo } = create();
    await receive(fixture('chat-message'));
    expect(await receive(fixture('chat-message-account-shape'))).toEqual({ status: 'accepted', awards: 0 });
    expect(callsTo('award_xp')).toHaveLength(1);
    await pipeline.drain();
    expect(callsTo('touch_members')).toMatchObject([
      { args: { touches: [{ userId: 'user_7GhP2mWq9LsX1', at: '2026-11-20T18:04:40.000Z' }] } },
    ]);
  });

  test('is not marked by what was refused, nor by what failed', async () => {
    const { receive, answers, callsTo } = create();
    answers['award_xp'] = outcome('cooldown', 0);
    await receive(fixture('chat-message'));
    answers['award_xp'] = () => {
      throw failure('unavailable');
    };
    await expect(receive(message('post_2', 'user_7GhP2mWq9LsX1'))).rejects.toMatchObject({ status: 503 });
    answers['award_xp'] = outcome('awarded', 15);
    expect(await receive(message('post_3', 'user_7GhP2mWq9LsX1'))).toEqual({ status: 'accepted', awards: 1 });
    expect(callsTo('award_xp')).toHaveLength(3);
  });

  test('reaches the database again while marks are away, and the path says so', async () => {
    const { pipeline, receive, marks, callsTo } = create();
    await receive(fixture('chat-message'));
    expect(pipeline.degraded()).toEqual([]);
    marks.read = () => Promise.reject(new Error('away'));
    await receive(fixture('chat-message-account-shape'));
    expect(callsTo('award_xp')).toHaveLength(2);
    expect(pipeline.degraded()).toEqual(['marks']);
  });
});

describe('a database that is away', () => {
  test.each(['ensure_communities', 'award_xp', 'quarantine_event'])(
    'at %s is storage-unavailable with a time to come back',
    async (fn) => {
      const { receive, answers } = create();
      answers[fn] = () => {
        throw failure('unavailable');
      };
      const event = changed('chat-message', fn === 'quarantine_event' ? { 'data.message': null } : {});
      await expect(receive(event)).rejects.toMatchObject({
        code: 'storage-unavailable',
        retryAfterSeconds: expect.any(Number) as number,
      });
    },
  );

  test('and comes back earns the XP with the next delivery', async () => {
    const { receive, answers } = create();
    const award = answers['award_xp'];
    answers['award_xp'] = () => {
      throw failure('unavailable');
    };
    await expect(receive(fixture('chat-message'))).rejects.toMatchObject({ status: 503 });
    if (award) answers['award_xp'] = award;
    expect(await receive(fixture('chat-message'))).toEqual({ status: 'accepted', awards: 1 });
  });
});

describe('a poison event', () => {
  test('in a batch is quarantined alone, redacted, while the rest is accepted', async () => {
    const { receive, answers, callsTo } = create();
    const award = answers['award_xp'];
    answers['award_xp'] = (args) => {
      if ((args['awards'] as Award[]).some(({ key }) => key === 'chat:bad')) throw failure('poison');
      return award?.(args);
    };
    const ids = ['first', 'a', 'bad', 'b', 'c'];
    const all = await Promise.all(ids.map((id) => receive(message(id, `user_${id}`))));
    expect(all.map(({ status }) => status)).toEqual([
      'accepted',
      'accepted',
      'quarantined',
      'accepted',
      'accepted',
    ]);
    const [kept] = callsTo('quarantine_event').map(({ args }) => args['event'] as QuarantinedEvent);
    expect(kept).toMatchObject({ webhookId: 'msg_bad', reason: 'refused-by-database' });
    expect(kept?.payload).toContain('•••');
    expect(kept?.payload).not.toContain('Shipped');
  });

  test('whose community the database refuses is found among others', async () => {
    const { receive, answers, callsTo } = create();
    const ensure = answers['ensure_communities'];
    answers['ensure_communities'] = (args) => {
      if ((args['community_ids'] as string[]).includes('biz_\0')) throw failure('poison');
      return ensure?.(args);
    };
    const ids = ['first', 'a', 'b'];
    const good = ids.map((id) => receive(message(id, `user_${id}`)));
    const bad = receive(changed('chat-message', { company_id: 'biz_\0' }));
    expect((await Promise.all(good)).map(({ status }) => status)).toEqual([
      'accepted',
      'accepted',
      'accepted',
    ]);
    expect(await bad).toEqual({ status: 'quarantined' });
    expect(callsTo('quarantine_event')).toHaveLength(1);
  });
});

describe('many events at once', () => {
  test('are one batch behind the one in flight, and one call reads the marks', async () => {
    const { receive, marks, callsTo } = create();
    const reads: string[][] = [];
    const read = marks.read.bind(marks);
    marks.read = (ids) => (reads.push(ids), read(ids));
    await Promise.all(
      Array.from({ length: 50 }, (_, index) => receive(message(`post_${index}`, `user_${index}`))),
    );
    const sizes = callsTo('award_xp').map(({ args }) => (args['awards'] as Award[]).length);
    expect(sizes).toEqual([1, 49]);
    expect(reads.map((ids) => ids.length)).toEqual([1, 49]);
    expect(callsTo('ensure_communities')).toHaveLength(1);
  });

  test('are all answered before drain returns', async () => {
    const { pipeline, receive, answers } = create();
    const gate = createGate();
    const award = answers['award_xp'];
    answers['award_xp'] = async (args) => (await gate.passed, award?.(args));
    const order: string[] = [];
    const all = [1, 2, 3].map((n) =>
      receive(message(`post_${n}`, `user_${n}`)).then(() => order.push('answer')),
    );
    const drained = pipeline.drain().then(() => order.push('drained'));
    await settle();
    expect(order).toEqual([]);
    gate.open();
    await Promise.all([...all, drained]);
    expect(order).toEqual(['answer', 'answer', 'answer', 'drained']);
  });
});
