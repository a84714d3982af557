import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { RunningExample } from './example.ts';

/** Serves on a port of `localhost`. */
export async function serve(listener: RequestListener, port: number): Promise<RunningExample> {
  const server = createServer(listener).listen(port, 'localhost');
  await once(server, 'listening');
  const stop = async (): Promise<void> => {
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
  };
  return { url: `http://localhost:${port}`, stop };
}
