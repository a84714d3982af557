import { RealtimeClient } from '@supabase/realtime-js';
import { createClient, type LiveEvent, type LiveState, type RankCard } from '@wee5/client';
import { eventually, expectEqual, type Step, type World } from '../step.ts';

/** Level 1 of the curve a community begins with takes 100 XP; a message brings 15. */
const MESSAGES = 6;

export const realtime: Step = {
  claim: 'a member hears of their own XP and level over Realtime, on private topics',
  async run(world) {
    const { server, community, tokens, clients, chat } = world;
    const client = createClient({ apiUrl: server.url, communityId: community, token: tokens.get('member') });
    clients.push(client);
    const heard: LiveEvent[] = [];
    let card: RankCard | undefined;
    let state: LiveState | undefined;
    client.live().watch(
      { kind: 'rankCard', userId: 'user_member' },
      {
        data: ({ data }) => (card = data),
        event: (event) => void heard.push(event),
        state: (now) => (state = now),
      },
    );
    await eventually(
      'the live state',
      () => state,
      (now) => now?.status === 'live',
    );
    expectEqual('the transport', state?.transport, 'supabase');

    const sent = await wake(world, heard);
    const before = await eventually(
      'the card',
      () => card?.xp,
      (xp) => xp !== undefined,
    );
    const sentAt = performance.now();
    await chat({ user: 'user_member', minutesAgo: 55 });
    await eventually(
      'the XP on the card',
      () => card?.xp,
      (xp) => xp === (before ?? 0) + 15,
    );
    const milliseconds = Math.round(performance.now() - sentAt);
    for (let message = 1; message < MESSAGES; message++) {
      await chat({ user: 'user_member', minutesAgo: 55 - message });
    }
    const levelUp = await eventually(
      'member.leveled_up on the member’s own topic',
      () => heard.find(({ type }) => type === 'member.leveled_up'),
      (event) => event !== undefined,
    );
    expectEqual('the level', levelUp?.type === 'member.leveled_up' && levelUp.data.level, 1);
    return `from the webhook to the card in ${milliseconds} ms; Realtime was awake at message ${sent}, level 1`;
  },
};

/**
 * A project that nobody listened to for a while lets the first topic be joined some seconds before it tells what is
 * committed. Somebody else's messages are sent until one is heard of; resolves with how many it took.
 */
async function wake({ chat }: World, heard: LiveEvent[]): Promise<number> {
  let sent = 0;
  await eventually(
    'Realtime telling of somebody else’s message',
    async () => {
      await chat({ user: 'user_neighbour', minutesAgo: 33 + 2 * sent });
      sent += 1;
      await new Promise((resolve) => setTimeout(resolve, 500));
      return heard.length;
    },
    (events) => events > 0,
  );
  return sent;
}

export const strangersHearNothing: Step = {
  claim: 'nobody joins a topic that is not theirs',
  async run(world) {
    const own = `member:${world.community}:user_member`;
    const joins: [who: 'member' | 'neighbour' | 'stranger' | 'anon', topic: string, expected: string][] = [
      ['member', own, 'SUBSCRIBED'],
      ['neighbour', `community:${world.community}`, 'SUBSCRIBED'],
      ['neighbour', own, 'CHANNEL_ERROR'],
      ['stranger', own, 'CHANNEL_ERROR'],
      ['stranger', `community:${world.community}`, 'CHANNEL_ERROR'],
      ['anon', `community:${world.community}`, 'CHANNEL_ERROR'],
    ];
    for (const [who, topic, expected] of joins) {
      expectEqual(`${who} joining ${topic}`, await join(world, who, topic), expected);
    }
    return `${joins.length} joins, each allowed or refused as it should be`;
  },
};

async function join(
  { target, tokens }: World,
  who: 'member' | 'neighbour' | 'stranger' | 'anon',
  topic: string,
): Promise<string> {
  const { url, publishableKey } = target.supabase;
  const token = who === 'anon' ? publishableKey : tokens.get(who);
  const client = new RealtimeClient(`${url.replace(/^http/, 'ws')}/realtime/v1`, {
    params: { apikey: publishableKey },
    accessToken: async () => token ?? null,
  });
  try {
    await client.setAuth();
    const channel = client.channel(topic, { config: { private: true } });
    return await new Promise<string>((resolve) => channel.subscribe((status) => resolve(status)));
  } finally {
    await client.disconnect();
  }
}
