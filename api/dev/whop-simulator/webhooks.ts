import { isAcknowledged, WhopSender, type Delivery, type WhopSenderOptions } from '../whop-sender.ts';
import { makeId, type Envelope } from '../whop-payloads.ts';

const KEPT_MS = 30 * 24 * 3_600_000;

/** One attempt, as Whop keeps it for 30 days. */
export interface DeliveryRecord {
  readonly id: string;
  readonly envelope: Envelope;
  /** Whose event it was: the company. */
  readonly resourceId: string;
  readonly sentAt: Date;
  /** 0 where no answer came. */
  readonly responseCode: number;
  readonly responseBody: Record<string, unknown> | null;
  readonly success: boolean;
  readonly seconds: number;
  /** The attempt that this one repeated. */
  readonly replayedFrom: string | null;
}

export interface ReplayRange {
  readonly sentAfter: Date;
  readonly sentBefore: Date;
  readonly events: readonly string[] | undefined;
  readonly failedOnly: boolean;
  readonly regenerateIds: boolean;
}

export type WebhookOptions = Omit<WhopSenderOptions, 'url' | 'now'> & {
  /** Where deliveries go, and what Whop lists. */
  readonly url: string;
  /** Where an attempt really goes, as a load balancer chooses; `url` unless given. */
  readonly route?: () => string;
};

/** One webhook: sends events by Whop's schedule, and keeps every attempt. */
export class Webhook {
  readonly id = makeId('hook_');
  readonly url: string;
  readonly resourceId: string;
  /** A disabled webhook sends nothing and replays nothing. */
  enabled = true;
  readonly #sender: WhopSender;
  readonly #now: () => Date;
  readonly #records: DeliveryRecord[] = [];
  /** Which attempt an envelope repeats. */
  readonly #replayed = new WeakMap<Envelope, string>();
  readonly #working = new Set<Promise<unknown>>();

  constructor(options: WebhookOptions & { resourceId: string; now: () => Date }) {
    this.url = options.url;
    this.resourceId = options.resourceId;
    this.#now = options.now;
    this.#sender = new WhopSender({
      ...options,
      url: options.route ?? options.url,
      onDelivery: (delivery) => {
        this.#keep(delivery);
        options.onDelivery?.(delivery);
      },
    });
  }

  /** Resolves once the event was acknowledged, or given up after four attempts; says which. */
  async send(envelope: Envelope): Promise<boolean> {
    return this.enabled && isAcknowledged(await this.#work(this.#sender.send(envelope)));
  }

  /** Sends them all at once: what disorder there is decides how they arrive. */
  sendAll(envelopes: readonly Envelope[]): Promise<boolean[]> {
    return Promise.all(envelopes.map((envelope) => this.send(envelope)));
  }

  /** The attempts of the last 30 days, oldest first. */
  kept(): DeliveryRecord[] {
    const oldest = this.#now().getTime() - KEPT_MS;
    return this.#records.filter(({ sentAt }) => sentAt.getTime() > oldest);
  }

  /** One more attempt with what an earlier one carried. */
  async replay(record: DeliveryRecord, regenerateId = false): Promise<DeliveryRecord> {
    const envelope = regenerateId ? { ...record.envelope, id: makeId('msg_') } : { ...record.envelope };
    this.#replayed.set(envelope, record.id);
    const delivery = await this.#work(this.#sender.post(envelope));
    return this.#records.find((kept) => kept.envelope === delivery.envelope) as DeliveryRecord;
  }

  /** Replays each message of a stretch of time once, in the background; `idle` waits for it. */
  replayRange(range: ReplayRange): void {
    for (const record of this.#latestIn(range)) void this.#work(this.replay(record, range.regenerateIds));
  }

  /** Resolves when nothing is being sent, retried or replayed. */
  async idle(): Promise<void> {
    while (this.#working.size > 0) await Promise.all(this.#working);
  }

  stop(): void {
    this.#sender.stop();
  }

  #latestIn({ sentAfter, sentBefore, events, failedOnly }: ReplayRange): DeliveryRecord[] {
    const within = this.kept().filter(({ sentAt }) => sentAt >= sentAfter && sentAt <= sentBefore);
    const latest = new Map(within.map((record) => [record.envelope.id, record]));
    return [...latest.values()].filter(
      ({ success, envelope }) => !(failedOnly && success) && (events?.includes(envelope.type) ?? true),
    );
  }

  #keep(delivery: Delivery): void {
    const { envelope, sentAt, answer, milliseconds } = delivery;
    this.#records.push({
      id: makeId('whdel_'),
      envelope,
      resourceId: companyOf(envelope) ?? this.resourceId,
      sentAt,
      responseCode: answer?.status ?? 0,
      responseBody: answer?.body ?? null,
      success: isAcknowledged(delivery),
      seconds: milliseconds / 1000,
      replayedFrom: this.#replayed.get(envelope) ?? null,
    });
  }

  async #work<Result>(work: Promise<Result>): Promise<Result> {
    this.#working.add(work);
    try {
      return await work;
    } finally {
      this.#working.delete(work);
    }
  }
}

function companyOf(envelope: Envelope): string | undefined {
  const id = envelope['company_id'] ?? envelope['account_id'];
  return typeof id === 'string' ? id : undefined;
}

/** All webhooks of the simulated Whop. */
export class Webhooks {
  readonly all: Webhook[] = [];

  find(webhookId: string): Webhook | undefined {
    return this.all.find(({ id }) => id === webhookId);
  }
}
