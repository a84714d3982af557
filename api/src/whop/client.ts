import { setTimeout as pause } from 'node:timers/promises';
import type * as z from 'zod';
import {
  accessAnswer,
  companyAnswer,
  deliveryAnswer,
  experienceAnswer,
  pageOf,
  userAnswer,
  webhookAnswer,
} from './answers.ts';
import { Budget } from './budget.ts';
import { pictureUrl } from './picture-url.ts';
import {
  WhopError,
  type WhopAccess,
  type WhopApi,
  type WhopCallOptions,
  type WhopCompany,
  type WhopDelivery,
  type WhopProfile,
  type WhopWebhook,
} from './port.ts';
import { Requester, type WhopRequest } from './request.ts';

export interface WhopClientOptions {
  appId: string;
  apiKey: string;
  /** Without a trailing slash. */
  apiUrl: string;
  now: () => Date;
  budget?: Budget;
  /** How long one attempt may take, in milliseconds; 3000 unless given. */
  timeoutMs?: number;
  /** Waits for so many milliseconds; a timer unless given. */
  wait?: (ms: number, signal: AbortSignal | undefined) => Promise<unknown>;
}

const PAGE = 50;

/** Whop's API over HTTP, as much of it as Wee5 needs. */
export class WhopClient implements WhopApi {
  readonly #options: WhopClientOptions;
  readonly #requester: Requester;

  constructor(options: WhopClientOptions) {
    this.#options = options;
    const { apiUrl, apiKey, timeoutMs, now } = options;
    const budget = options.budget ?? new Budget({ now });
    this.#requester = new Requester({
      apiUrl,
      apiKey,
      budget,
      ...(timeoutMs === undefined ? {} : { timeoutMs }),
    });
  }

  async getAccess(userId: string, resourceId: string): Promise<WhopAccess> {
    const path = `/users/${segment(userId)}/access/${segment(resourceId)}`;
    const answer = await this.#ask({ operation: 'users.checkAccess', path }, accessAnswer);
    return answer.has_access ? answer.access_level : 'no_access';
  }

  async getExperience(experienceId: string): Promise<{ experienceId: string; companyId: string }> {
    const path = `/experiences/${segment(experienceId)}`;
    const companyId = await this.#ask({ operation: 'experiences.retrieve', path }, experienceAnswer);
    return { experienceId, companyId };
  }

  async getCompany(companyId: string): Promise<WhopCompany> {
    const path = `/companies/${segment(companyId)}`;
    const answer = await this.#ask({ operation: 'companies.retrieve', path }, companyAnswer);
    return { companyId, ...answer };
  }

  async getProfile(
    { userId, companyId }: { userId: string; companyId: string },
    options: WhopCallOptions = {},
  ): Promise<WhopProfile> {
    const path = `/users/${segment(userId)}`;
    const query = { account_id: companyId };
    const answer = await this.#ask({ operation: 'users.retrieve', path, query, ...options }, userAnswer);
    const avatarUrl = pictureUrl(answer.avatarUrl, new URL(this.#options.apiUrl).origin);
    return { ...answer, userId, avatarUrl };
  }

  async listWebhooks({ signal }: Pick<WhopCallOptions, 'signal'> = {}): Promise<WhopWebhook[]> {
    const query = { app_id: this.#options.appId };
    const request = { operation: 'webhooks.list', path: '/webhooks', query, background: true, signal };
    const webhooks: WhopWebhook[] = [];
    for await (const webhook of this.#list(request, webhookAnswer)) webhooks.push(webhook);
    return webhooks;
  }

  async *listDeliveries(
    webhookId: string,
    since: Date,
    { signal }: Pick<WhopCallOptions, 'signal'> = {},
  ): AsyncGenerator<WhopDelivery> {
    const path = `/webhooks/${segment(webhookId)}/deliveries`;
    const request = { operation: 'webhooks.listDeliveries', path, background: true, signal };
    for await (const delivery of this.#list(request, deliveryAnswer)) {
      if (delivery.sentAt < since) return;
      yield delivery;
    }
  }

  async replayDeliveries(
    webhookId: string,
    { sentAfter, sentBefore, failedOnly }: { sentAfter: Date; sentBefore?: Date; failedOnly: boolean },
  ): Promise<void> {
    await this.#requester.send({
      operation: 'webhooks.replay',
      path: `/webhooks/${segment(webhookId)}/replay`,
      body: {
        sent_after: sentAfter.toISOString(),
        ...(sentBefore ? { sent_before: sentBefore.toISOString() } : {}),
        failed_only: failedOnly,
      },
      background: true,
    });
  }

  /** Every item of a list, page by page; a page that is over budget is waited for. */
  async *#list<Item>(request: WhopRequest, item: z.ZodType<Item>): AsyncGenerator<Item> {
    let after: string | null | undefined;
    do {
      const query = { ...request.query, first: String(PAGE), ...(after ? { after } : {}) };
      const page = await this.#askInTurn({ ...request, query }, pageOf(item));
      yield* page.data;
      after = page.page_info.has_next_page ? page.page_info.end_cursor : null;
    } while (after);
  }

  async #askInTurn<Answer>(request: WhopRequest, schema: z.ZodType<Answer>): Promise<Answer> {
    const { wait = pauseUnlessAborted } = this.#options;
    for (;;) {
      try {
        return await this.#ask(request, schema);
      } catch (error) {
        if (!(error instanceof WhopError) || error.kind !== 'over-budget') throw error;
        await wait(error.retryAfterMs ?? 0, request.signal);
      }
    }
  }

  async #ask<Answer>(request: WhopRequest, schema: z.ZodType<Answer>): Promise<Answer> {
    const parsed = schema.safeParse(await this.#requester.send(request));
    if (parsed.success) return parsed.data;
    const paths = parsed.error.issues.map(({ path }) => path.join('.') || 'the whole').join(', ');
    throw new WhopError(
      'unavailable',
      `Whop answered ${request.operation} in a shape that is not known (${paths}).`,
    );
  }
}

/** An id as a part of a path, whatever is in it. Throws where it would lead to another address. */
function segment(id: string): string {
  if (/^\.{0,2}$/.test(id)) throw new WhopError('not-found', 'An id of dots alone names nothing.');
  return encodeURIComponent(id);
}

function pauseUnlessAborted(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return pause(ms, undefined, { signal });
}

/** What the configuration allows to ask Whop with: nothing without a key. */
export function connectWhop(
  { appId, apiKey, apiUrl }: { appId: string | undefined; apiKey: string | undefined; apiUrl: string },
  now: () => Date,
): WhopApi | undefined {
  return appId === undefined || apiKey === undefined
    ? undefined
    : new WhopClient({ appId, apiKey, apiUrl, now });
}
