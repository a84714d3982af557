import { notFound, ok, page, refuse } from '../answers.ts';
import type { DeliveryRecord, Webhook } from '../webhooks.ts';
import type { Generation, Operation } from './operation.ts';

const permission = 'developer:manage_webhook';

/** Documented: `app_id` narrows to the app's; the secret is null for whoever asks with a key. */
const listWebhooks: Operation = {
  name: 'webhooks.list',
  method: 'GET',
  path: '/webhooks',
  permission,
  answer: ({ webhooks, query }) => {
    const appId = query.get('app_id');
    const found = webhooks.all.filter(({ resourceId }) => appId === null || resourceId === appId);
    return ok(page(found.map(toListed), query, ({ id }) => id));
  },
};

/** Documented: one entry for each attempt, the most recent first, for 30 days. */
const listDeliveries: Operation = {
  name: 'webhooks.listDeliveries',
  method: 'GET',
  path: '/webhooks/:id/deliveries',
  permission,
  answer: ({ webhooks, ids: [webhookId = ''], query, generation }) => {
    const webhook = webhooks.find(webhookId);
    if (!webhook) return notFound('webhook');
    const { data, page_info } = page(webhook.kept().toReversed(), query, ({ id }) => id);
    return ok({ data: data.map((record) => toEntry(record, generation)), page_info });
  },
};

/** Documented, but that a disabled webhook gives 409: one attempt, and what the endpoint said to it. */
const replayDelivery: Operation = {
  name: 'webhooks.replayDelivery',
  method: 'POST',
  path: '/webhooks/:id/deliveries/:id/replay',
  permission,
  answer: async ({ webhooks, ids: [webhookId = '', deliveryId], body }) => {
    const webhook = webhooks.find(webhookId);
    const record = webhook?.kept().find(({ id }) => id === deliveryId);
    if (!webhook || !record) return notFound('delivery');
    if (!webhook.enabled) return disabled();
    const { responseCode, responseBody, success } = await webhook.replay(
      record,
      body['regenerate_id'] === true,
    );
    return ok({ status: responseCode, body: responseBody ? JSON.stringify(responseBody) : '', success });
  },
};

/** Documented, but for 400 without `sent_after`, and 409 where the webhook is disabled. */
const replayRange: Operation = {
  name: 'webhooks.replay',
  method: 'POST',
  path: '/webhooks/:id/replay',
  permission,
  answer: ({ webhooks, ids: [webhookId = ''], body, now }) => {
    const webhook = webhooks.find(webhookId);
    if (!webhook) return notFound('webhook');
    if (!webhook.enabled) return disabled();
    const sentAfter = toTime(body['sent_after']);
    const sentBefore = toTime(body['sent_before']) ?? now();
    if (!sentAfter) return refuse(400, 'bad_request', 'sent_after must be an ISO 8601 timestamp.');
    webhook.replayRange({
      sentAfter,
      sentBefore,
      events: Array.isArray(body['events']) ? (body['events'] as string[]) : undefined,
      failedOnly: body['failed_only'] === true,
      regenerateIds: body['regenerate_ids'] === true,
    });
    return ok({ queued: true });
  },
};

function toListed({ id, url, enabled, resourceId }: Webhook) {
  return {
    id,
    url,
    enabled,
    resource_id: resourceId,
    api_version: 'v1',
    api_version_date: null,
    webhook_secret: null,
    disabled_at: null,
    disabled_reason: null,
  };
}

/** The original generation has no `id`, `event`, `success` and `replayed_from`. */
function toEntry(record: DeliveryRecord, generation: Generation) {
  const original = {
    request_body: record.envelope,
    resource_id: record.resourceId,
    response_body: record.responseBody,
    response_code: record.responseCode,
    sent_at: record.sentAt.toISOString(),
    total_time: record.seconds,
  };
  if (generation === 'original') return original;
  const { id, success, replayedFrom } = record;
  return { ...original, id, success, event: record.envelope.type, replayed_from: replayedFrom };
}

function disabled() {
  return refuse(409, 'conflict', 'The webhook is disabled.');
}

function toTime(value: unknown): Date | undefined {
  const at = new Date(typeof value === 'string' ? value : Number.NaN);
  return Number.isNaN(at.getTime()) ? undefined : at;
}

export const deliveries = [listWebhooks, listDeliveries, replayDelivery, replayRange];
