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

/** One delivery of a webhook, as Whop keeps it for 30 days. */
export interface WhopDelivery {
  deliveryId: string;
  /** The `webhook-id` of the event: a replay keeps it. */
  webhookId: string;
  eventType: string;
  sentAt: Date;
  succeeded: boolean;
}

/** Why Whop gave no answer that can be used. */
export type WhopErrorKind = 'refused' | 'not-found' | 'over-budget' | 'unavailable';

/**
 * - `refused`: the key is wrong or lacks a permission (401, 403); asking again does not help.
 * - `not-found`: there is no such thing (404).
 * - `over-budget`: Whop's limit of 600 calls a minute and operation, shared by all communities, is reached.
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

/** What is asked of Whop. Every method rejects with a {@link WhopError}. */
export interface WhopApi {
  /** `GET /users/{userId}/access/{resourceId}`; the resource is a company, product or experience. */
  getAccess(userId: string, resourceId: string): Promise<WhopAccess>;
  /** `GET /experiences/{experienceId}`: whose it is. */
  getExperience(experienceId: string): Promise<{ experienceId: string; companyId: string }>;
  /** `GET /companies/{companyId}` */
  getCompany(companyId: string): Promise<WhopCompany>;
  /** `GET /users/{userId}` */
  getProfile(userId: string): Promise<WhopProfile>;
  /** The webhooks that lead to this app, by id. */
  listWebhooks(): Promise<{ webhookId: string; url: string; enabled: boolean }[]>;
  /** Deliveries of a webhook since a time, oldest first, page by page until Whop has no more. */
  listDeliveries(webhookId: string, since: Date): AsyncIterable<WhopDelivery>;
  /** Asks Whop to send the deliveries of a stretch of time again; each keeps its `webhook-id`. */
  replayDeliveries(
    webhookId: string,
    range: { sentAfter: Date; sentBefore?: Date; failedOnly: boolean },
  ): Promise<void>;
}
