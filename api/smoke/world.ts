import { randomBytes, randomUUID } from 'node:crypto';
import { personas, type Persona } from '../dev/personas.ts';
import { WhopPayloads, makeId, type Envelope } from '../dev/whop-payloads.ts';
import { WhopSender } from '../dev/whop-sender.ts';
import { startServer } from '../src/server.ts';
import type { WebhookReply, World } from './step.ts';
import type { Target } from './target.ts';

/** The server on the target, with calls over PostgREST even where `DATABASE_URL` is set for the migrations. */
export async function openWorld(target: Target): Promise<World> {
  const secret = `ws_${randomBytes(32).toString('hex')}`;
  const server = await startServer({ environment: environmentOf(target, secret) });
  const run = randomUUID().slice(0, 8);
  const community = `biz_smoke_${run}`;
  const sender = new WhopSender({ url: `${server.url}/api/webhook`, secret });
  const send = async (envelope: Envelope): Promise<WebhookReply> => {
    const { answer } = await sender.send(envelope);
    if (!answer) throw new Error('The server did not answer the webhook.');
    return { ...answer.body, httpStatus: answer.status } as unknown as WebhookReply;
  };
  return {
    target,
    server,
    community,
    otherCommunity: `biz_smoke_${run}_other`,
    tokens: new Map(),
    clients: [],
    chat({ community: where = community, user, minutesAgo, id = makeId('post_') }) {
      const at = new Date(Date.now() - minutesAgo * 60_000);
      return send(new WhopPayloads(where).message({ id, author: personOf(user), at, content: null }));
    },
    deliver: (make) => send(make(new WhopPayloads(community))),
  };
}

/** Somebody with this id, as Whop names them. */
export function personOf(id: string): Persona {
  return { ...personas[0]!, id, username: id };
}

function environmentOf({ environment }: Target, secret: string): Record<string, string | undefined> {
  return {
    ...environment,
    HOST: '127.0.0.1',
    PORT: '0',
    LOG_LEVEL: environment['SMOKE_LOG_LEVEL'] ?? 'warn',
    WHOP_WEBHOOK_SECRET: secret,
    // Its communities begin public, and nothing is asked of Whop.
    WHOP_APP_ID: undefined,
    WHOP_API_KEY: undefined,
    DATABASE_URL: undefined,
    DATABASE_LISTEN_URL: undefined,
  };
}
