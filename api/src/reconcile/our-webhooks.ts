import type { WhopApi } from '../whop/port.ts';

/** The webhooks that lead to this server: those at its public address or, where it was not told, at the webhook's path. */
export async function ourWebhooks(
  whop: Pick<WhopApi, 'listWebhooks'>,
  publicUrl: string | undefined,
  signal?: AbortSignal,
): Promise<string[]> {
  const webhooks = await whop.listWebhooks(signal ? { signal } : {});
  const ours = webhooks.filter(({ url, enabled }) => enabled && leadsHere(url, publicUrl));
  if (ours.length > 0) return ours.map(({ webhookId }) => webhookId);
  throw new Error(
    `None of the ${webhooks.length} webhooks that Whop lists leads here: set PUBLIC_URL to the address in ` +
      "Whop's dashboard, without /api/webhook, and check that the webhook is enabled.",
  );
}

function leadsHere(url: string, publicUrl: string | undefined): boolean {
  if (!URL.canParse(url)) return false;
  const address = new URL(url);
  const path = address.pathname.replace(/\/$/, '');
  if (publicUrl === undefined) return path.endsWith('/api/webhook');
  return address.origin + path === `${publicUrl}/api/webhook`;
}
