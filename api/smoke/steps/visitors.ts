import { createClient, type Leaderboard, type LiveState } from '@wee5/client';
import { eventually, expectEqual, type Step } from '../step.ts';

export const visitors: Step = {
  claim: 'an anonymous visitor hears over Server-Sent Events what Realtime told this server',
  async run({ server, community, clients, chat }) {
    const client = createClient({ apiUrl: server.url, communityId: community });
    clients.push(client);
    let board: Leaderboard | undefined;
    let state: LiveState | undefined;
    client
      .live()
      .watch(
        { kind: 'leaderboard', limit: 10 },
        { data: ({ data }) => (board = data), state: (now) => (state = now) },
      );
    await eventually(
      'the live state',
      () => state,
      (now) => now?.status === 'live',
    );
    expectEqual('the transport', state?.transport, 'sse');
    await eventually(
      'the board',
      () => board?.total,
      (total) => total === 2,
    );
    const sentAt = performance.now();
    await chat({ user: 'user_newcomer', minutesAgo: 10 });
    await eventually(
      'the board',
      () => board?.total,
      (total) => total === 3,
    );
    return `a newcomer appears after ${Math.round(performance.now() - sentAt)} ms`;
  },
};
