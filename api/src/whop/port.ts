/** What a user may do with a company, product or experience; `admin` is everybody of its team. */
export type WhopAccess = 'admin' | 'customer' | 'no_access';

export interface WhopCompany {
  companyId: string;
  title: string | null;
  /** Null where Whop does not tell. */
  ownerUserId: string | null;
}

export interface WhopProfile {
  userId: string;
  username: string | null;
  displayName: string | null;
  /** Always `https:`, or null. */
  avatarUrl: string | null;
}

/** A webhook that leads to this app. */
export interface WhopWebhook {
  webhookId: string;
  url: string;
  /** Whop sends nothing to a disabled webhook and replays nothing; it disables one that failed for three days. */
  enabled: boolean;
}

/** One attempt to deliver an event, as Whop keeps it for 30 days. */
export interface WhopDelivery {
  /** The event's `webhook-id`, which retries and replays keep; null where Whop's record does not hold it. */
  eventId: string | null;
  /** Such as `chat.message.created`. */
  eventType: string | null;
  sentAt: Date;
  /** Whether this attempt was answered with 2xx. */
  succeeded: boolean;
}

/** Why Whop gave no answer that can be used. */
export type WhopErrorKind = 'refused' | 'not-found' | 'over-budget' | 'unavailable';

/**
 * - `refused`: the key is wrong or lacks a permission (401, 403), or Whop will not do it (any other 4xx, such as a
 *   replay of a disabled webhook); asking again does not help.
 * - `not-found`: there is no such thing (404).
 * - `over-budget`: Whop's limit of 600 calls a minute and operation, shared by all communities, is reached, or this
 *   server's share of it; `retryAfterMs` says how long to wait.
 * - `unavailable`: no answer, a timeout, a 5xx, or an answer of an unknown shape; asking again later may help.
 */
export class WhopError extends Error {
  override readonly name = 'WhopError';
  readonly kind: WhopErrorKind;
  /** Where Whop told how long to wait. */
  readonly retryAfterMs: number | undefined;

  constructor(
    kind: WhopErrorKind,
    message: string,
    options: { retryAfterMs?: number | undefined; cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause });
    this.kind = kind;
    this.retryAfterMs = options.retryAfterMs;
  }
}

/** How a call is made. */
export interface WhopCallOptions {
  /** True for what nobody waits for: it gets a part of the budget, so that people always find some left. */
  background?: boolean;
  /** Ends the call early; it then rejects as `unavailable`. */
  signal?: AbortSignal;
}

/** What is asked of Whop. Every method rejects with a {@link WhopError}. */
export interface WhopApi {
  /** `GET /users/{userId}/access/{resourceId}`; the resource is a company, product or experience. */
  getAccess(userId: string, resourceId: string): Promise<WhopAccess>;
  /** `GET /experiences/{experienceId}`: whose it is. */
  getExperience(experienceId: string): Promise<{ experienceId: string; companyId: string }>;
  /** `GET /companies/{companyId}` */
  getCompany(companyId: string): Promise<WhopCompany>;
  /** `GET /users/{userId}`: as the company's members see them, who may go by another name there. */
  getProfile(user: { userId: string; companyId: string }, options?: WhopCallOptions): Promise<WhopProfile>;
  /** `GET /webhooks`: those of this app, disabled ones included. */
  listWebhooks(options?: Pick<WhopCallOptions, 'signal'>): Promise<WhopWebhook[]>;
  /**
   * `GET /webhooks/{webhookId}/deliveries`: the attempts since a time, most recent first, page by page. Runs in the
   * background's budget, and waits where that is used up, until the signal says otherwise.
   */
  listDeliveries(
    webhookId: string,
    since: Date,
    options?: Pick<WhopCallOptions, 'signal'>,
  ): AsyncIterable<WhopDelivery>;
  /**
   * `POST /webhooks/{webhookId}/replay`: asks Whop to send again what it sent in a stretch of time, each event once
   * and with its `webhook-id`; up to now where there is no `sentBefore`. Resolves once Whop has accepted to.
   */
  replayDeliveries(
    webhookId: string,
    range: { sentAfter: Date; sentBefore?: Date; failedOnly: boolean },
  ): Promise<void>;
}
