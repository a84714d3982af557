import type { Leaderboard, LiveConfig, MemberChange, RankCard } from '../../src/index.ts';

export function addressOf(input: Parameters<typeof fetch>[0]): string {
  return input instanceof Request ? input.url : input.toString();
}

/** What happens to a request: an answer, or `null` for a connection that is refused. */
type Answer = () => Response | null;

/** An API made of what a test says, for moments a real one cannot be brought to; `fetch` is its only door. */
export class ScriptedApi {
  /** How streams are answered. */
  stream: Answer = () => this.openStream();
  /** How everything else is answered. */
  read: (path: string) => Response | null = (path) => json(this.body(path));
  board = leaderboard(1, [
    ['ana', 30],
    ['ben', 15],
  ]);
  /** How members hear about changes. */
  live: LiveConfig = { transport: 'sse', url: '' };
  /** Says what happened to whoever listens. */
  tell = (event: string, data: object): void => this.last.say(event, data);
  readonly requests: {
    path: string;
    method: string;
    headers: Headers;
    body: RequestInit['body'];
    cache: string | undefined;
  }[] = [];
  readonly streams: OpenStream[] = [];

  readonly fetch: typeof fetch = async (input, init = {}) => {
    const path = addressOf(input).replace(/^.*\/communities\/biz_1/, '');
    const { method = 'GET', headers, body, cache } = init;
    this.requests.push({ path, method, headers: new Headers(headers), body, cache });
    const response = path === '/live' ? this.stream() : this.read(path);
    if (!response) throw new TypeError('fetch failed');
    return response;
  };

  count(path: RegExp): number {
    return this.requests.filter((request) => path.test(request.path)).length;
  }

  get last(): OpenStream {
    return this.streams.at(-1) as OpenStream;
  }

  openStream(): Response {
    const stream = new OpenStream();
    this.streams.push(stream);
    return stream.response;
  }

  /** A stream that works. */
  greet(): Response {
    const response = this.openStream();
    this.last.say('hello', { version: this.board.version });
    return response;
  }

  /** The database moves on, and whoever listens hears of it. */
  commit(totals: Record<string, number>, message?: object): void {
    const known = Object.fromEntries(this.board.entries.map((entry) => [entry.userId, entry.xp]));
    this.board = leaderboard(this.board.version + 1, Object.entries({ ...known, ...totals }));
    const told = message ?? { changed: changes(totals) };
    this.tell('community.changed', { version: this.board.version, ...told });
  }

  body(path: string): object {
    if (path.startsWith('/leaderboard')) return this.board;
    if (path.startsWith('/members/')) return rankCard(this.board, path.slice('/members/'.length));
    if (path === '/rewards') return { rewards: [], version: this.board.version };
    return {
      communityId: 'biz_1',
      name: null,
      theme: {},
      levels: [],
      windows: ['all'],
      live: this.live,
      version: this.board.version,
    };
  }
}

export class OpenStream {
  #controller!: ReadableStreamDefaultController<Uint8Array>;
  isCancelled = false;
  readonly response = new Response(
    new ReadableStream<Uint8Array>({
      start: (controller) => void (this.#controller = controller),
      cancel: () => void (this.isCancelled = true),
    }),
    { headers: { 'Content-Type': 'text/event-stream; charset=utf-8' } },
  );

  text(text: string): void {
    if (!this.isCancelled) this.#controller.enqueue(new TextEncoder().encode(text));
  }

  say(event: string, data: unknown): void {
    this.text(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  end(): void {
    if (!this.isCancelled) this.#controller.close();
  }

  cut(): void {
    if (!this.isCancelled) this.#controller.error(new TypeError('terminated'));
  }
}

export function changes(totals: Record<string, number>): MemberChange[] {
  return Object.entries(totals).map(([userId, xp]) => ({ userId, xp, level: Math.floor(xp / 100) }));
}

export function json(body: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return Response.json(body, { status, headers });
}

export function problem(status: number, code: string, headers: Record<string, string> = {}): Response {
  const body = {
    type: `urn:wee5:problem:${code}`,
    title: code,
    status,
    code,
    detail: `It is ${code}.`,
    requestId: 'req_1',
  };
  return json(body, status, { 'Content-Type': 'application/problem+json', ...headers });
}

export function leaderboard(version: number, totals: [userId: string, xp: number][]): Leaderboard {
  const sorted = totals.toSorted((a, b) => b[1] - a[1]);
  return {
    communityId: 'biz_1',
    window: { kind: 'all', startsAt: null, endsAt: null },
    total: totals.length,
    entries: sorted.map(([userId, xp]) => ({
      rank: sorted.findIndex((other) => other[1] === xp) + 1,
      userId,
      username: userId,
      displayName: null,
      avatarUrl: null,
      xp,
      level: Math.floor(xp / 100),
    })),
    me: null,
    nextCursor: null,
    version,
  };
}

function rankCard({ entries, total, version }: Leaderboard, userId: string): RankCard {
  const entry = entries.find((each) => each.userId === userId)!;
  const { xp, level } = entry;
  return {
    ...entry,
    levelName: null,
    levelXp: level * 100,
    nextLevelXp: level * 100 + 100,
    progress: (xp % 100) / 100,
    total,
    streakDays: 0,
    lastActiveAt: null,
    nextEligibleAt: { chat: null, reply: null, reaction: null },
    version,
  };
}
