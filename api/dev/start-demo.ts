import { Router } from 'express';
import type { AppContext } from '../src/context.ts';
import { startServer } from '../src/server.ts';
import { buildWidgets } from './build-widgets.ts';
import { DeliveryLog } from './delivery-log.ts';
import { createDemoRoutes } from './demo-routes.ts';
import { prepareCommunity } from './prepare-community.ts';
import { SimulatedCommunity } from './simulated-community.ts';
import { hasWhopApp, startWhop, whopPort, withWhop } from './start-whop.ts';
import { WhopSender, type Delivery } from './whop-sender.ts';

export const COMMUNITY_ID = 'biz_demo';

export interface DemoOptions {
  environment: NodeJS.ProcessEnv;
  print: (line: string) => void;
  /** Told of each payload that the community sent, with its answer. */
  onDelivery?: (delivery: Delivery) => void;
}

/** The server with a community that is filled, and silent until it is told to talk. */
export interface Demo {
  /** Without a trailing slash. */
  readonly url: string;
  readonly context: AppContext;
  readonly community: SimulatedCommunity;
  stop(): Promise<void>;
}

/** Builds the widgets, and starts the server, a Whop behind it unless `environment` names one, and the demo community. */
export async function startDemo({ environment, print, onDelivery }: DemoOptions): Promise<Demo> {
  print('Building the widgets…');
  const [whop] = await Promise.all([
    hasWhopApp(environment) ? undefined : startWhop(COMMUNITY_ID, whopPort(environment)),
    buildWidgets(),
  ]);
  const routes = Router();
  const server = await startServer({
    environment: withWhop({ LOG_LEVEL: 'warn', ...environment }, whop),
    print,
    progress: print,
    routes,
    // The example script shows what became of its event, to whoever runs it.
    ...(whop ? { newCommunityVisibility: 'public' } : {}),
  });
  const deliveries = new DeliveryLog();
  const sender = new WhopSender({
    url: `${server.url}/api/webhook`,
    secret: server.context.config.webhookSecrets[0] ?? '',
    onDelivery: (delivery) => {
      deliveries.add(delivery);
      onDelivery?.(delivery);
    },
  });
  const community = createCommunity(server.context, sender);
  await prepareCommunity(server.context.functions, community, COMMUNITY_ID, print);
  routes.use(createDemoRoutes(community, deliveries, whop));
  const stop = async (): Promise<void> => {
    community.stop();
    sender.stop();
    deliveries.close();
    await server.stop();
    await whop?.stop();
  };
  const url = server.url.replace('127.0.0.1', 'localhost');
  return { url, context: server.context, community, stop };
}

function createCommunity({ functions, now }: AppContext, sender: WhopSender): SimulatedCommunity {
  return new SimulatedCommunity({
    communityId: COMMUNITY_ID,
    sender,
    readCard: (userId) =>
      functions.getRankCard({
        communityId: COMMUNITY_ID,
        userId,
        scope: 'public',
        viewerId: null,
        at: now().toISOString(),
      }),
  });
}
