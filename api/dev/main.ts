import { Router } from 'express';
import { startServer } from '../src/server.ts';
import { reportFailure, stopOnSignal } from '../src/stop-on-signal.ts';
import { buildWidgets } from './build-widgets.ts';
import { DeliveryLog } from './delivery-log.ts';
import { createDemoRoutes } from './demo-routes.ts';
import { openBrowser } from './open-browser.ts';
import { prepareCommunity } from './prepare-community.ts';
import { SimulatedCommunity } from './simulated-community.ts';
import { hasWhopApp, startWhop, whopPort, withWhop } from './start-whop.ts';
import { openTerminal, type Terminal } from './terminal.ts';
import { WhopSender } from './whop-sender.ts';

const COMMUNITY_ID = 'biz_demo';

const print = (line: string): void => void process.stdout.write(`${line}\n`);

async function main(): Promise<void> {
  print('Wee5: starting the server and a community that talks. Ctrl-C stops both.');
  print('Building the widgets…');
  const [whop] = await Promise.all([
    hasWhopApp(process.env) ? undefined : startWhop(COMMUNITY_ID, whopPort(process.env)),
    buildWidgets(),
  ]);
  const routes = Router();
  const server = await startServer({
    environment: withWhop({ LOG_LEVEL: 'warn', ...process.env }, whop),
    print,
    progress: print,
    routes,
    // The example script shows what became of its event, to whoever runs it.
    ...(whop ? { newCommunityVisibility: 'public' } : {}),
  });
  const { functions, config, now } = server.context;

  const deliveries = new DeliveryLog();
  const terminal: { current?: Terminal } = {};
  const sender = new WhopSender({
    url: `${server.url}/api/webhook`,
    secret: config.webhookSecrets[0] ?? '',
    onDelivery: (delivery) => {
      deliveries.add(delivery);
      terminal.current?.showDelivery(delivery);
    },
  });
  const readCard = (userId: string) =>
    functions.getRankCard({
      communityId: COMMUNITY_ID,
      userId,
      scope: 'public',
      viewerId: null,
      at: now().toISOString(),
    });
  const community = new SimulatedCommunity({ communityId: COMMUNITY_ID, sender, readCard });
  await prepareCommunity(functions, community, COMMUNITY_ID, print);
  routes.use(createDemoRoutes(community, deliveries, whop));

  const pageUrl = server.url.replace('127.0.0.1', 'localhost');
  print(`\n  Open ${pageUrl} to watch it.\n`);
  terminal.current = await openTerminal(server.context, COMMUNITY_ID, print);
  community.start();
  if (process.argv.includes('--open')) openBrowser(pageUrl);

  stopOnSignal(async () => {
    community.stop();
    sender.stop();
    deliveries.close();
    await terminal.current?.close();
    await server.stop();
    await whop?.stop();
    print('\nStopped; everything accepted is committed.');
  });
}

await main().catch(reportFailure);
