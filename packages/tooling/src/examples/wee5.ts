import { startDemo } from '../../../../api/dev/start-demo.ts';
import type { RunningExample } from './example.ts';

export interface Wee5Options {
  environment: NodeJS.ProcessEnv;
  print: (line: string) => void;
}

/** The demo that already runs at `PORT`, or one that stops with the example. */
export async function openWee5({ environment, print }: Wee5Options): Promise<RunningExample> {
  const url = `http://localhost:${environment['PORT'] ?? 3000}`;
  if (await isDemo(url)) {
    print(`Wee5 already runs on ${url}.`);
    return { url, stop: () => Promise.resolve() };
  }
  print('Starting Wee5 and a community that talks.');
  const demo = await startDemo({ environment, print });
  demo.community.start();
  return demo;
}

async function isDemo(url: string): Promise<boolean> {
  try {
    const state = (await (await fetch(`${url}/demo/state`)).json()) as { members?: unknown };
    return Array.isArray(state.members);
  } catch {
    return false;
  }
}
