import { createServer } from 'node:net';
import { findFreePort } from '../servers/free-port.ts';
import type { Example, RunningExample } from './example.ts';
import { openWee5, type Wee5Options } from './wee5.ts';

const USUAL_PORT = 4000;

/** Starts an example, and a Wee5 unless one runs; `stop` stops both. */
export async function runExample(example: Example, options: Wee5Options): Promise<RunningExample> {
  const { print } = options;
  const wee5 = await openWee5(options);
  try {
    const port = (await isFree(USUAL_PORT)) ? USUAL_PORT : await findFreePort();
    const running = await example.start({ wee5: wee5.url, port, print });
    const stop = async (): Promise<void> => {
      await running.stop();
      await wee5.stop();
    };
    return { url: running.url, stop };
  } catch (error) {
    await wee5.stop();
    throw error;
  }
}

function isFree(port: number): Promise<boolean> {
  const probe = createServer();
  return new Promise((resolve) => {
    probe.once('error', () => resolve(false));
    probe.listen(port, 'localhost', () => probe.close(() => resolve(true)));
  });
}
