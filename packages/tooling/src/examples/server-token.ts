import type { ExampleContext, RunningExample } from './example.ts';
import { folderOf } from './folders.ts';
import { withSecretKey } from './secret-key.ts';
import { startProcess } from './start-process.ts';

export function startServerToken({ wee5, port }: ExampleContext): Promise<RunningExample> {
  return withSecretKey(wee5, (key) =>
    startProcess(['server.ts'], {
      cwd: folderOf('server-token'),
      port,
      env: { WEE5_URL: wee5, WEE5_SECRET_KEY: key },
    }),
  );
}
