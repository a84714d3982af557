import { vi } from 'vitest';
import { loadRealtime } from '../../src/live/transports/load-realtime.ts';
import { createClient, type Client, type LiveFeed } from '../../src/index.ts';
import { RealtimeServer } from './realtime-server.ts';
import { ScriptedApi } from './scripted-api.ts';
import { tokenUntil } from './token.ts';
import { watch } from './watch.ts';
import { World } from './world.ts';

export const communityTopic = 'community:biz_1';
export const memberTopic = 'member:biz_1:ana';

/** A member's page: the real library on real sockets, in a world whose time passes only when it is told to. */
export class Member {
  readonly world = new World();
  readonly api = new ScriptedApi();
  readonly realtime: RealtimeServer;
  readonly feed: LiveFeed;
  /** Loads the library. */
  load = loadRealtime;
  /** What `getToken` gives, one after another; the last one again and again. */
  readonly tokens: string[];
  /** What `getToken` was told of. */
  readonly asked: (string | undefined)[] = [];

  private constructor(realtime: RealtimeServer) {
    this.realtime = realtime;
    this.world.loadRealtime = () => this.load();
    this.tokens = [tokenUntil(this.world.now() + 3_600_000, 'first')];
    this.api.live = {
      transport: 'supabase',
      url: realtime.url,
      publishableKey: 'sb_publishable_1',
      topics: [communityTopic, memberTopic],
    };
    this.api.tell = (event, data) => realtime.broadcast(communityTopic, event, data);
    this.feed = this.createClient().live();
  }

  static async open(): Promise<Member> {
    return new Member(await RealtimeServer.start());
  }

  createClient(): Client {
    const getToken = async (old?: string) => {
      this.asked.push(old);
      return (this.tokens.length > 1 ? this.tokens.shift() : this.tokens[0]) as string;
    };
    return createClient(
      { apiUrl: 'https://x', communityId: 'biz_1', fetch: this.api.fetch, getToken },
      this.world,
    );
  }

  watchBoard() {
    return watch(this.feed, { kind: 'leaderboard', limit: 10 });
  }

  /** Waits until the feed is live over this transport. */
  async live(wanted: 'supabase' | 'sse' = 'supabase'): Promise<void> {
    await this.until(() => {
      const { status, transport } = this.feed.state;
      if (status !== 'live' || transport !== wanted) throw new Error(`It is ${status} over ${transport}.`);
    });
  }

  /** Waits for what the sockets bring, while no time passes. */
  async until(check: () => void): Promise<void> {
    await vi.waitFor(
      async () => {
        await this.world.pass(0);
        check();
      },
      { timeout: 5000, interval: 10 },
    );
  }

  /** Waits until everything that was sent to the page has arrived and been taken. */
  async heard(): Promise<void> {
    await this.realtime.delivered();
    await this.world.pass(0);
  }
}
