import { readFile } from 'node:fs/promises';
import { scriptDirectory } from '../build/write-script.ts';

interface Context {
  path: string;
  type: string;
  body: unknown;
}

const prefix = '/packages/widgets/dist/script-tag/';

/** Sends built files as they are: the test server would rewrite them, and what is rewritten is refused. */
export async function serveBuilt(context: Context, next: () => Promise<unknown>): Promise<void> {
  if (!context.path.startsWith(prefix)) return void (await next());
  context.type = 'text/javascript';
  context.body = await readFile(new URL(context.path.slice(prefix.length), scriptDirectory));
}
