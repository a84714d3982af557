import type { CommunityActivity, RulesInput } from '@wee5/contract';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { changed } from '../support/fixtures.ts';
import { saveRules } from '../support/rules.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

const server: TestServer = await startTestServer();
afterAll(() => server.stop());

interface Message {
  /** On November 20, UTC. */
  at: string;
  userId?: string;
  experienceId?: string;
  content?: string;
}

let communities = 0;
let communityId: string;
beforeEach(() => (communityId = `biz_rules_${(communities += 1)}`));

/** What became of signed messages under rules that the creator saved before, in the creator's words, in order. */
async function summaries(rules: RulesInput, messages: Message[]): Promise<string[]> {
  const key = await saveRules(server, communityId, rules);
  for (const [index, message] of messages.entries()) {
    const { at, userId = 'user_ana', experienceId = 'exp_chat', content = 'Hello everybody' } = message;
    const body = changed('chat-message', {
      company_id: communityId,
      'data.channel.experience_id': experienceId,
      'data.message.id': `post_${index}`,
      'data.message.created_at': `2026-11-20T${at}Z`,
      'data.message.content': content,
      'data.message.user.id': userId,
    });
    expect((await server.answerTo(body)).body.status).toBe('accepted');
  }
  const { body } = await server.read<CommunityActivity>(`/api/v1/communities/${communityId}/activity`, {
    headers: { authorization: `Bearer ${key}` },
  });
  return body.entries.map(({ summary }) => summary).toReversed();
}

const often = { cooldownSeconds: 0 };

describe('rules that a creator saved', () => {
  it('keep members, experiences and short messages from earning, and say so', async () => {
    const rules = {
      sources: { chat: { ...often, minLength: 5 } },
      noXpMembers: ['user_bot'],
      noXpExperiences: ['exp_memes'],
    };
    const told = await summaries(rules, [
      { at: '10:00:00', userId: 'user_bot' },
      { at: '10:01:00', experienceId: 'exp_memes' },
      { at: '10:02:00', content: 'Hi' },
      { at: '10:03:00' },
    ]);
    expect(told).toEqual([
      '0: this member earns nothing',
      '0: nothing is earned in this experience',
      '0: shorter than 5 characters',
      '+15: chat',
    ]);
  });

  it('multiply by place and by schedule, at the time of the message, as they stack', async () => {
    const multipliers = [
      { name: 'lounge', factor: 1.2, experiences: ['exp_lounge'] },
      { name: 'evening', factor: 2, startsAt: '2026-11-20T17:00:00Z', endsAt: '2026-11-20T18:00:00Z' },
    ];
    const messages = [
      { at: '16:59:59.999' },
      { at: '17:00:00' },
      { at: '17:30:00', experienceId: 'exp_lounge' },
      { at: '18:00:00', experienceId: 'exp_lounge' },
    ];
    const sources = { chat: often };
    expect(await summaries({ sources, multipliers }, messages)).toEqual([
      '+15: chat',
      '+30 = 15 × 2 evening',
      '+36 = 15 × 1.2 lounge × 2 evening',
      '+18 = 15 × 1.2 lounge',
    ]);
    communityId += '_highest';
    const [, , both] = await summaries({ sources, multipliers, stacking: 'highest' }, messages);
    expect(both).toMatch(/^\+30 = 15 × 2 /);
  });

  it('cap a day of the member, and pay what is left of it', async () => {
    const rules = { sources: { chat: { ...often, dailyCap: 20 } } };
    const told = await summaries(rules, [{ at: '10:00:00' }, { at: '11:00:00' }, { at: '12:00:00' }]);
    expect(told).toEqual([
      '+15: chat',
      '+5 of 15: 20 a day from chat reached',
      '0: 20 a day from chat reached',
    ]);
  });
});
