import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';

export interface RealPostgrest {
  /** Where functions are called: `…/rpc/<name>` is under it. */
  postgrestUrl: string;
  /** A JWT of the service role. */
  key: string;
  /** A superuser's url of the database behind it. */
  databaseUrl: string;
}

/** The one that the environment names; undefined where it names none. */
export function findRealPostgrest(): RealPostgrest | undefined {
  const postgrestUrl = process.env['WEE5_TEST_POSTGREST_URL'];
  const key = process.env['WEE5_TEST_POSTGREST_KEY'];
  const databaseUrl = process.env['WEE5_TEST_POSTGREST_DATABASE_URL'];
  return postgrestUrl && key && databaseUrl ? { postgrestUrl, key, databaseUrl } : undefined;
}

export const noRealPostgrest =
  'WEE5_TEST_POSTGREST_URL, _KEY and _DATABASE_URL are not set: no real PostgREST to try';

export interface Gateway {
  server: Server;
  url: string;
  close(): Promise<void>;
}

/** What a project's gateway does, as far as it matters here: `/rest/v1` is PostgREST. */
export async function startGateway(postgrestUrl: string): Promise<Gateway> {
  const server = createServer((request, response) => pass(postgrestUrl, request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    server,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function pass(target: string, request: IncomingMessage, response: ServerResponse): void {
  const url = target + (request.url ?? '').replace('/rest/v1', '');
  const { method, headers } = request;
  const passed = httpRequest(url, { method, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  passed.on('error', () => response.destroy());
  request.pipe(passed);
}
