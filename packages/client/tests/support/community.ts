import { changed } from '../../../../api/tests/support/fixtures.ts';
import { payloadTime, startTestServer, type TestServer } from '../../../../api/tests/support/test-server.ts';

export { communityId, startTestServer, type TestServer } from '../../../../api/tests/support/test-server.ts';

/** Members of a community that talk: every chat is a real signed webhook and earns 15 XP. */
export class Talk {
  server: TestServer;
  #chats = 0;

  constructor(server: TestServer) {
    this.server = server;
  }

  /** Resolves when the XP are committed. */
  async chat(userId: string): Promise<void> {
    this.#chats += 1;
    // Far enough apart for no cooldown to refuse it.
    const createdAt = new Date(payloadTime.getTime() - this.#chats * 61_000).toISOString();
    const body = changed('chat-message', {
      'data.message.id': `post_${this.#chats}`,
      'data.message.user.id': userId,
      'data.message.user.username': userId,
      'data.message.created_at': createdAt,
    });
    const answer = await this.server.answerTo(body);
    if (answer.body.status !== 'accepted') throw new Error(JSON.stringify(answer.body));
  }
}

/** A server with intervals that suit a test. */
export function startQuickServer(overrides: Parameters<typeof startTestServer>[0] = {}): Promise<TestServer> {
  return startTestServer({ liveSettings: { intervalMs: 50, retryMs: 100, heartbeatMs: 1000 }, ...overrides });
}
