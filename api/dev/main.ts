import { reportFailure, stopOnSignal } from '../src/stop-on-signal.ts';
import { openBrowser } from './open-browser.ts';
import { COMMUNITY_ID, startDemo } from './start-demo.ts';
import { openTerminal, type Terminal } from './terminal.ts';

const print = (line: string): void => void process.stdout.write(`${line}\n`);

async function main(): Promise<void> {
  print('Wee5: starting the server and a community that talks. Ctrl-C stops both.');
  const terminal: { current?: Terminal } = {};
  const demo = await startDemo({
    environment: process.env,
    print,
    onDelivery: (delivery) => terminal.current?.showDelivery(delivery),
  });

  print(`\n  Open ${demo.url} to watch it.\n`);
  terminal.current = await openTerminal(demo.context, COMMUNITY_ID, print);
  demo.community.start();
  if (process.argv.includes('--open')) openBrowser(demo.url);

  stopOnSignal(async () => {
    demo.community.stop();
    await terminal.current?.close();
    await demo.stop();
    print('\nStopped; everything accepted is committed.');
  });
}

await main().catch(reportFailure);
