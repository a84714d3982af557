import { readFile } from 'node:fs/promises';
import { Router } from 'express';
import { buildWidgets } from '../../dev/build-widgets.ts';
import { prepareCommunity } from '../../dev/prepare-community.ts';
import { SimulatedCommunity } from '../../dev/simulated-community.ts';
import { WhopSender } from '../../dev/whop-sender.ts';
import { openPglite } from '../../src/database/pglite.ts';
import { startServer } from '../../src/server.ts';

const communityId = 'biz_demo';
const secret = 'ws_page_cost';
const example = new URL('../../../examples/script-tag/index.html', import.meta.url);

/** The real API with a community that has a history, and pages with the script tag. */
export interface DemoSite {
  url: string;
  /** Serves a page at its path. */
  addPage(path: string, markup: string): void;
  /** `examples/script-tag`, with the API's address here, and a list of rewards where it has none. */
  example(): Promise<string>;
  stop(): Promise<void>;
}

export async function openDemoSite(): Promise<DemoSite> {
  await buildWidgets();
  const routes = Router();
  const server = await startServer({
    environment: { PORT: '0', LOG_LEVEL: 'silent', WHOP_WEBHOOK_SECRET: secret },
    database: await openPglite(),
    routes,
  });
  const { functions } = server.context;
  const sender = new WhopSender({ url: `${server.url}/api/webhook`, secret, onDelivery: () => {} });
  const readCard = () => Promise.resolve(null);
  const community = new SimulatedCommunity({ communityId, sender, readCard });
  await prepareCommunity(functions, community, communityId, () => {});
  return {
    url: server.url,
    addPage: (path, markup) => void routes.get(path, (_request, response) => void response.send(markup)),
    example: async () => withRewards(await readFile(example, 'utf8'), server.url),
    async stop() {
      sender.stop();
      await server.stop();
    },
  };
}

function withRewards(markup: string, url: string): string {
  const here = markup.replaceAll('http://localhost:3000', url);
  if (here.includes('<wee5-reward-list')) return here;
  return here.replace('</body>', '<br /><wee5-reward-list></wee5-reward-list></body>');
}
