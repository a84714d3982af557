import * as z from 'zod';

/** An object with an id, of which nothing else matters; null where there is none. */
const named = z.object({ id: z.string().min(1) }).nullish();
const words = z.string().nullish().catch(null);

/** Whop's answers, in both generations: a company is called an account since 2026. */
export const accessAnswer = z.object({
  has_access: z.boolean(),
  access_level: z.enum(['admin', 'customer', 'no_access']),
});

export const experienceAnswer = z
  .object({ company: named, account: named })
  .transform(({ company, account }) => company?.id ?? account?.id)
  .pipe(z.string());

export const companyAnswer = z
  .object({ title: words, owner_user: named, owner: named })
  .transform(({ title, owner_user, owner }) => ({
    title: title ?? null,
    ownerUserId: owner_user?.id ?? owner?.id ?? null,
  }));

export const userAnswer = z
  .object({
    username: words,
    name: words,
    profile_picture: z.object({ url: words }).nullish().catch(null),
  })
  .transform(({ username, name, profile_picture }) => ({
    username: username ?? null,
    displayName: name ?? null,
    avatarUrl: profile_picture?.url ?? null,
  }));

export const webhookAnswer = z
  .object({ id: z.string().min(1), url: z.string(), enabled: z.boolean() })
  .transform(({ id, url, enabled }) => ({ webhookId: id, url, enabled }));

/** The original generation knows neither `event` nor `success`: the envelope and the status say the same. */
export const deliveryAnswer = z
  .object({
    request_body: z.object({ id: words, type: words }).nullish().catch(null),
    event: words,
    success: z.boolean().nullish(),
    response_code: z.number().nullish(),
    sent_at: z.iso.datetime({ offset: true }),
  })
  .transform(({ request_body, event, success, response_code, sent_at }) => ({
    eventId: request_body?.id ?? null,
    eventType: event ?? request_body?.type ?? null,
    sentAt: new Date(sent_at),
    succeeded: success ?? ((response_code ?? 0) >= 200 && (response_code ?? 0) < 300),
  }));

/** A page of a list. */
export function pageOf<Item>(item: z.ZodType<Item>) {
  return z.object({
    data: z.array(item),
    page_info: z.object({ end_cursor: z.string().nullish(), has_next_page: z.boolean() }),
  });
}
