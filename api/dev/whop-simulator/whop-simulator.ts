import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { listen } from '../../src/listen.ts';
import { notFound, ok } from './answers.ts';
import { Calls, type Call, type Route } from './calls.ts';
import { Faults, type Fault } from './faults.ts';
import { Gate } from './gate.ts';
import { allPermissions, findOperation } from './operations/index.ts';
import { drawPicture } from './picture.ts';
import type { Generation } from './operations/operation.ts';
import { RateLimit } from './rate-limit.ts';
import { UserTokens, type UserTokenOptions } from './user-tokens.ts';
import { Webhook, Webhooks, type WebhookOptions } from './webhooks.ts';
import { World } from './world.ts';

export interface WhopSimulatorOptions {
  /** The app that the key belongs to; `app_simulated` unless given. */
  appId?: string;
  /** The only key that opens anything; a random one unless given. */
  apiKey?: string;
  /** What webhooks are signed with; a random one unless given. */
  webhookSecret?: string;
  /** 0, any free port, unless given. */
  port?: number;
  /** `original` answers as without an `Api-Version-Date`, which is what Wee5 sends; `current` as Whop's own SDK is answered. */
  generation?: Generation;
  /** Calls in a minute, for each operation; 600 unless given. */
  limitPerMinute?: number;
  now?: () => Date;
}

/**
 * Whop on loopback, for tests and the demo: the key set and user tokens, `/api/v1` as far as Wee5 asks it, and
 * webhooks with Whop's schedule. Nothing of it is shipped.
 *
 * ```ts
 * const whop = await WhopSimulator.start();
 * whop.world.addUser({ id: 'user_ana', username: 'anad', name: 'Ana', pictureUrl: 'https://…' });
 * whop.world.addCompany({ id: 'biz_1', ownerUserId: 'user_ana' });
 * whop.world.addExperience({ id: 'exp_1', companyId: 'biz_1' });
 * const server = await startServer({ environment: { ...whop.environment, PORT: '0' } });
 * const webhook = whop.addWebhook({ url: `${server.url}/api/webhook`, retryScale: 0.001 });
 * await webhook.send(new WhopPayloads('biz_1').message(…));      // true: acknowledged
 * const token = await whop.signUserToken({ userId: 'user_ana' });
 * whop.fail('users.retrieve', { answer: refuse(503, 'internal', '…') }, 2);
 * whop.calls.filter(({ operation }) => operation === 'users.retrieve');
 * await whop.stop();
 * ```
 *
 * Documented by Whop, and kept to: the paths; the fields of users, access, experiences, companies, notifications,
 * promo codes, webhooks and deliveries; cursors; the limit and its 429; the replays' parameters and answers; the
 * webhook's signature, its four attempts and the record of 30 days. Assumed, where Whop's documentation is silent:
 * the words of other errors, 409 for replays of a disabled webhook, `response_code: 0` in the record where no answer
 * came, one attempt for each replayed message, and a fresh signature on it. Each operation says it again beside its
 * code.
 */
export class WhopSimulator {
  /** Users, companies, experiences, who may do what, and what was sent or made. */
  readonly world = new World();
  /** What the app was granted; remove one and what needs it answers 403. */
  readonly permissions = new Set(allPermissions);
  readonly webhooks = new Webhooks();
  readonly #options: Required<WhopSimulatorOptions>;
  readonly #tokens: UserTokens;
  readonly #faults = new Faults();
  readonly #calls = new Calls(this.#faults);
  readonly #limit: RateLimit;
  readonly #gate: Gate;
  readonly #server: Server;
  #url = '';

  private constructor(options: Required<WhopSimulatorOptions>) {
    this.#options = options;
    this.#tokens = new UserTokens(options);
    this.#limit = new RateLimit({ now: options.now, perMinute: options.limitPerMinute });
    this.#gate = new Gate({ apiKey: options.apiKey, permissions: this.permissions, limit: this.#limit });
    this.#server = createServer(
      (request, response) => void this.#calls.receive(request, response, this.#route(request)),
    );
  }

  /** Listens on 127.0.0.1. */
  static async start(options: WhopSimulatorOptions = {}): Promise<WhopSimulator> {
    const simulator = new WhopSimulator({
      appId: 'app_simulated',
      apiKey: `apik_${randomBytes(12).toString('hex')}`,
      webhookSecret: `ws_${randomBytes(32).toString('hex')}`,
      port: 0,
      generation: 'original',
      limitPerMinute: 600,
      now: () => new Date(),
      ...options,
    });
    await simulator.rotateKeys();
    simulator.#url = await listen(simulator.#server, { host: '127.0.0.1', port: simulator.#options.port });
    return simulator;
  }

  /** Without a trailing slash. */
  get apiUrl(): string {
    return `${this.#url}/api/v1`;
  }

  get jwksUrl(): string {
    return `${this.#url}/.well-known/jwks.json`;
  }

  /** A picture that this Whop draws itself. */
  pictureUrlOf(userId: string): string {
    return `${this.#url}/pictures/${userId}.png`;
  }

  /** Every call, oldest first. */
  get calls(): readonly Call[] {
    return this.#calls.all;
  }

  get webhookSecret(): string {
    return this.#options.webhookSecret;
  }

  /** What Wee5 has to be started with to meet this Whop. */
  get environment(): Record<string, string> {
    return {
      WHOP_APP_ID: this.#options.appId,
      WHOP_API_KEY: this.#options.apiKey,
      WHOP_API_URL: this.apiUrl,
      WHOP_JWKS_URL: this.jwksUrl,
      WHOP_WEBHOOK_SECRET: this.#options.webhookSecret,
    };
  }

  /** An `x-whop-user-token`, as the app's iframe would carry it. */
  signUserToken(options: UserTokenOptions): Promise<string> {
    return this.#tokens.sign(options);
  }

  /** Signs with a new key from now on; `keepOld` leaves the ones before it in the key set. */
  rotateKeys(options: { keepOld?: boolean } = {}): Promise<void> {
    return this.#tokens.rotate(options.keepOld);
  }

  /** A webhook of the app; it is signed with `webhookSecret` unless another secret is given. */
  addWebhook(options: Omit<WebhookOptions, 'secret'> & { secret?: string }): Webhook {
    const { appId, webhookSecret, now } = this.#options;
    const webhook = new Webhook({ secret: webhookSecret, ...options, resourceId: appId, now });
    this.webhooks.all.push(webhook);
    return webhook;
  }

  /**
   * Makes the next calls of an operation go wrong; `*` stands for all, `jwks` for the key set. A fault that only
   * takes time is answered as usual after it.
   */
  fail(operation: string, fault: Fault, times = Number.POSITIVE_INFINITY): void {
    this.#faults.plan(operation, fault, times);
  }

  /** Takes back what `fail` planned, for one operation or for all. */
  heal(operation?: string): void {
    this.#faults.forget(operation);
  }

  /** Gives one operation a limit of its own. */
  limit(operation: string, perMinute: number): void {
    this.#limit.set(operation, perMinute);
  }

  /** The calls of one operation, oldest first. */
  callsOf(operation: string): Call[] {
    return this.calls.filter((call) => call.operation === operation);
  }

  /** Breaks off whatever is under way. */
  async stop(): Promise<void> {
    this.#calls.stop();
    for (const webhook of this.webhooks.all) webhook.stop();
    this.#server.closeAllConnections();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }

  #route(request: IncomingMessage): Route {
    const { pathname, searchParams: query } = new URL(request.url ?? '/', 'http://whop');
    if (pathname === '/.well-known/jwks.json') {
      return { operation: 'jwks', answer: () => ok(this.#tokens.keySet()) };
    }
    if (pathname.startsWith('/pictures/')) {
      return { operation: 'pictures', answer: () => drawPicture(pathname) };
    }
    const found = findOperation(request.method ?? '', pathname);
    if (!found) return { operation: 'unknown', answer: () => notFound('address') };
    const { operation, ids } = found;
    const { world, webhooks } = this;
    const { generation, now } = this.#options;
    return {
      operation: operation.name,
      answer: (body) =>
        this.#gate.refusal(operation, request.headers.authorization) ??
        operation.answer({ world, webhooks, generation, now, ids, query, body }),
    };
  }
}
