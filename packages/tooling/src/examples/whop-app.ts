import { findFreePort } from '../servers/free-port.ts';
import type { ExampleContext, RunningExample } from './example.ts';
import { folderOf } from './folders.ts';
import { startProcess } from './start-process.ts';
import { startWhopWindow } from './whop-window.ts';

/** The app on a port of its own, and what Whop puts around it at the address to open. */
export async function startWhopApp({
  wee5,
  port,
}: ExampleContext): Promise<RunningExample & { appUrl: string }> {
  const app = await startProcess(['server.ts'], {
    cwd: folderOf('whop-app'),
    port: await findFreePort(),
    env: { WEE5_URL: wee5 },
  });
  const whop = await startWhopWindow({ wee5, port, appUrl: app.url });
  const stop = async (): Promise<void> => {
    await whop.stop();
    await app.stop();
  };
  return { url: whop.url, appUrl: app.url, stop };
}
