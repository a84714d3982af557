import { startServer } from '../src/server.ts';
import { reportFailure, stopOnSignal } from '../src/stop-on-signal.ts';
import { prepareCommunity } from './prepare-community.ts';
import { AwardPrinter, describeRefusal, formatTop } from './print-changes.ts';
import { SimulatedCommunity } from './simulated-community.ts';
import { WhopSender, type Delivery } from './whop-sender.ts';

const COMMUNITY_ID = 'biz_demo';
const BOARD_EVERY_MS = 5_000;

const print = (line: string): void => void process.stdout.write(`${line}\n`);

async function main(): Promise<void> {
  print('Wee5: starting the server and a community that talks. Ctrl-C stops both.');
  const server = await startServer({ environment: { LOG_LEVEL: 'warn', ...process.env }, print });
  const { functions, database, config } = server.context;
  let report: ((delivery: Delivery) => void) | undefined;
  const sender = new WhopSender({
    url: server.url,
    secret: config.webhookSecrets[0] ?? '',
    onDelivery: (delivery) => report?.(delivery),
  });
  const community = new SimulatedCommunity({ communityId: COMMUNITY_ID, sender });
  await prepareCommunity(functions, community, COMMUNITY_ID);

  const readTop = () =>
    functions.getLeaderboard({
      communityId: COMMUNITY_ID,
      scope: 'public',
      viewerId: null,
      limit: 5,
      after: null,
      aroundUserId: null,
    });
  const printer = new AwardPrinter(print);
  let shown = '';
  const showTop = async (): Promise<void> => {
    const top = await readTop();
    const text = top ? formatTop(top) : '';
    if (text !== shown) print(text);
    shown = text;
  };

  print(`\n  ${server.url}/api/v1/communities/${COMMUNITY_ID}/leaderboard   database: ${database.name}`);
  const everyone = await functions.getLeaderboard({
    communityId: COMMUNITY_ID,
    scope: 'public',
    viewerId: null,
    limit: 100,
    after: null,
    aroundUserId: null,
  });
  if (everyone) printer.remember(everyone);
  await showTop();
  const unlisten = await database.listen(
    (message) => printer.show(message),
    () => {},
  );
  report = (delivery) => {
    const refusal = describeRefusal(delivery);
    if (refusal) print(refusal);
  };
  community.start();
  const boardTimer = setInterval(() => void showTop(), BOARD_EVERY_MS);

  stopOnSignal(async () => {
    community.stop();
    clearInterval(boardTimer);
    await unlisten();
    await server.stop();
    print('\nStopped; everything accepted is committed.');
  });
}

await main().catch(reportFailure);
