import { rulesSchema, type RulesInput } from '@wee5/contract';
import { describe, expect, test } from 'vitest';
import type { Award, MembershipWord, TakeBack } from '../../src/database/functions.ts';
import { changed, fixture } from '../support/fixtures.ts';
import { createScriptedPath } from './scripted-path.ts';
import { activityOf, configurationOf, failure } from './support.ts';

const sources = { reaction_received: { xp: 3 }, membership: { xp: 9 }, payment: { xpPerUnit: 1 } };

function create(rules: RulesInput = {}) {
  const path = createScriptedPath();
  const parsed = rulesSchema.parse({ sources, ...rules });
  path.answers['ensure_communities'] = ({ community_ids: ids }) =>
    (ids as string[]).map((id) => configurationOf(id, { rules: parsed }));
  /** The names of the calls that decide something, in order. */
  const decided = () =>
    path.calls.map(({ fn }) => fn).filter((fn) => !['ensure_communities', 'touch_members'].includes(fn));
  /** Delivers all while the first one keeps the path busy, so that the others are one batch. */
  const deliverTogether = (texts: string[]) =>
    Promise.all([fixture('chat-message'), ...texts].map((text) => path.receive(text))).then((all) =>
      all.slice(1),
    );
  const last = <Row>(fn: string, argument: string) => path.callsTo(fn).at(-1)?.args[argument] as Row[];
  return { ...path, decided, deliverTogether, last };
}

const reaction = fixture('chat-reaction');
const activated = fixture('membership-activated');
const deactivated = fixture('membership-deactivated');
const paid = fixture('payment-succeeded');
const refunded = fixture('refund-created');

describe('a batch', () => {
  test('keeps memberships, then awards, then takes back, each in one call', async () => {
    const { deliverTogether, decided, last } = create({ takeBack: { deactivation: 'take' } });
    const answers = await deliverTogether([refunded, deactivated, paid, reaction, activated]);
    expect(answers).toEqual([
      { status: 'accepted', awards: 0 },
      { status: 'accepted', awards: 0 },
      { status: 'accepted', awards: 1 },
      { status: 'accepted', awards: 2 },
      { status: 'accepted', awards: 1 },
    ]);
    expect(decided().slice(1)).toEqual(['save_memberships', 'award_xp', 'take_back']);
    expect(last<Award>('award_xp', 'awards').map(({ type }) => type)).toEqual([
      'payment',
      'reaction',
      'reaction_received',
      'membership',
    ]);
    const words = last<TakeBack>('take_back', 'take_backs');
    expect(words.map(({ reason, share }) => [reason, share])).toEqual([
      ['refund', 1],
      ['deactivation', 1],
      ['deactivation', 0],
    ]);
    expect(last<MembershipWord>('save_memberships', 'memberships')).toEqual([
      expect.objectContaining({ active: false, at: '2026-11-20T18:04:55.000Z' }),
      expect.objectContaining({ active: true, at: '2026-11-20T18:04:02.000Z' }),
    ]);
  });

  test('of chat alone asks for nothing more than awards', async () => {
    const { deliverTogether, decided } = create();
    await deliverTogether([fixture('chat-reply')]);
    expect(decided()).toEqual(['award_xp', 'award_xp']);
  });

  test('sends no reaction received while it is worth nothing', async () => {
    const { receive, last } = create({ sources: {} });
    expect(await receive(reaction)).toEqual({ status: 'accepted', awards: 1 });
    expect(last<Award>('award_xp', 'awards').map(({ type }) => type)).toEqual(['reaction']);
  });

  test('tells the database what members may keep, but never that they keep what they have again', async () => {
    const { deliverTogether, last } = create({ takeBack: { refund: 'keep', deactivation: 'take' } });
    const failed = changed('refund-created', { 'data.status': 'failed' });
    await deliverTogether([refunded, deactivated, activated, failed]);
    const words = last<TakeBack>('take_back', 'take_backs');
    expect(words.map(({ reason, share, kept }) => [reason, share, kept])).toEqual([
      ['refund', 1, true],
      ['deactivation', 1, false],
      ['deactivation', 0, false],
      ['refund', 0, false],
    ]);
  });
});

describe('an event of several parts is', () => {
  const outcomes = (words: string[]) => () =>
    words.map((outcome) => ({ outcome, xpAwarded: outcome === 'awarded' ? 5 : 0, receipt: null, xp: 5 }));

  test.each([
    [['duplicate', 'duplicate'], { status: 'duplicate' }],
    [['duplicate', 'awarded'], { status: 'accepted', awards: 1 }],
    [['cooldown', 'duplicate'], { status: 'accepted', awards: 0 }],
    [['awarded', 'awarded'], { status: 'accepted', awards: 2 }],
  ])('of which the database says %j: %j', async (words, answer) => {
    const { receive, answers } = create();
    answers['award_xp'] = outcomes(words);
    expect(await receive(reaction)).toEqual(answer);
  });

  test('a duplicate where a take-back says nothing new, and accepted where it does', async () => {
    const { receive, answers } = create();
    for (const outcome of ['reversed', 'nothing-to-take', 'unknown-yet', 'kept']) {
      answers['take_back'] = () => [{ outcome, change: 0 }];
      expect(await receive(refunded)).toEqual({ status: 'accepted', awards: 0 });
    }
    answers['take_back'] = () => [{ outcome: 'stale', change: 0 }];
    expect(await receive(refunded)).toEqual({ status: 'duplicate' });
  });
});

describe('what fails', () => {
  test('as data quarantines its own event alone', async () => {
    const { deliverTogether, answers, callsTo } = create();
    answers['take_back'] = ({ take_backs: words }) => {
      if ((words as TakeBack[]).some(({ key }) => key === 'refund:bad')) throw failure('poison');
      return (words as TakeBack[]).map(() => ({ outcome: 'reversed', change: -1 }));
    };
    const bad = changed('refund-created', { id: 'msg_bad', 'data.id': 'refund:bad'.slice(7) });
    expect(await deliverTogether([refunded, bad, paid])).toEqual([
      { status: 'accepted', awards: 0 },
      { status: 'quarantined' },
      { status: 'accepted', awards: 1 },
    ]);
    expect(callsTo('quarantine_event')).toMatchObject([
      { args: { event: { webhookId: 'msg_bad', reason: 'refused-by-database' } } },
    ]);
  });

  test('of a membership stops what comes with it, since its worth may depend on it', async () => {
    const { deliverTogether, answers, last } = create();
    answers['save_memberships'] = () => {
      throw failure('unavailable');
    };
    const [first, second] = await Promise.allSettled([
      deliverTogether([activated]),
      deliverTogether([fixture('chat-reply')]),
    ]);
    expect(first).toMatchObject({ status: 'rejected', reason: { code: 'storage-unavailable' } });
    expect(second?.status).toBe('fulfilled');
    expect(last<Award>('award_xp', 'awards').map(({ type }) => type)).not.toContain('membership');
  });

  test('because a community has rules we do not know quarantines its events alone', async () => {
    const { deliverTogether, answers, callsTo } = create();
    answers['ensure_communities'] = ({ community_ids: ids }) =>
      (ids as string[]).map((id) => ({
        ...configurationOf(id),
        rules: id === 'biz_odd' ? { sources: { dance: { xp: 5 } } } : {},
      }));
    const odd = ['chat-message', 'membership-deactivated', 'refund-created'].map((name) =>
      changed(name, { company_id: 'biz_odd', id: `msg_${name}` }),
    );
    const answered = await deliverTogether([...odd, fixture('chat-reply')]);
    expect(answered.map(({ status }) => status)).toEqual([...odd.map(() => 'quarantined'), 'accepted']);
    expect(callsTo('quarantine_event')).toHaveLength(3);
  });

  test.each(['save_memberships', 'award_xp', 'take_back'])(
    'at %s because the database is away is told so, and comes right with the next delivery',
    async (fn) => {
      const { receive, answers } = create();
      const answer = answers[fn];
      answers[fn] = () => {
        throw failure('unavailable');
      };
      await expect(receive(activated)).rejects.toMatchObject({ code: 'storage-unavailable' });
      if (answer) answers[fn] = answer;
      expect(await receive(activated)).toEqual({ status: 'accepted', awards: 1 });
    },
  );

  test.each(['save_memberships', 'take_back'])('at %s for a conflict is tried again', async (fn) => {
    const { receive, answers, callsTo } = create();
    const answer = answers[fn];
    answers[fn] = (args) => {
      if (callsTo(fn).length < 3) throw failure('conflict');
      return answer?.(args);
    };
    expect(await receive(activated)).toEqual({ status: 'accepted', awards: 1 });
  });
});

describe('what no webhook brings', () => {
  test('is replayed like a delivery that is already verified', async () => {
    const { pipeline, answers } = create();
    const payload = JSON.parse(reaction) as Record<string, unknown>;
    expect(await pipeline.replay({ webhookId: 'msg_1', payload })).toEqual({ status: 'accepted', awards: 2 });
    expect(await pipeline.replay({ webhookId: 'msg_2', payload: { type: 'x' } })).toMatchObject({
      status: 'ignored',
    });
    answers['quarantine_event'] = () => {
      throw failure('unavailable');
    };
    await expect(
      pipeline.replay({ webhookId: 'msg_3', payload: { ...payload, data: null } }),
    ).rejects.toMatchObject({ code: 'storage-unavailable' });
  });

  test('is submitted past the marks, which it leaves like any other', async () => {
    const { pipeline, receive, callsTo } = create();
    await receive(fixture('chat-message'));
    const again = activityOf({
      communityId: 'biz_9Qm4tXw2LrK7Hs',
      userId: 'user_7GhP2mWq9LsX1',
      key: 'chat:soon after',
    });
    const [booked] = await pipeline.submit([again]);
    expect(booked).toMatchObject({ status: 'fulfilled', value: { activity: again } });
    expect(callsTo('award_xp')).toHaveLength(2);
    expect(await receive(fixture('chat-message-account-shape'))).toEqual({ status: 'accepted', awards: 0 });
  });
});
