import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';
import { openSupabase, type SupabaseOptions } from '../../../src/database/supabase.ts';
import type { Database } from '../../../src/database/port.ts';

export interface Recorded {
  method: string | undefined;
  path: string | undefined;
  headers: IncomingHttpHeaders;
  body: string;
}

/** What to say to the next calls, in order; the last one goes on. */
export type Say = (response: ServerResponse) => void;

export interface Scripted {
  database: Database;
  requests: Recorded[];
}

/** A database over HTTP whose every answer the test writes itself. */
export async function scripted(script: Say[], options: Partial<SupabaseOptions> = {}): Promise<Scripted> {
  const requests: Recorded[] = [];
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { method, url: path, headers } = request;
    requests.push({ method, path, headers, body: await text(request) });
    script[Math.min(requests.length, script.length) - 1]?.(response);
  };
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const database = await openSupabase({ url, secretKey: 'sb_secret_of_the_tests', ...options });
  onTestFinished(() => database.close());
  return { database, requests };
}

export function says(status: number, body: string | object = '', headers: Record<string, string> = {}): Say {
  const isText = typeof body === 'string';
  return (response) =>
    response
      .writeHead(status, { 'content-type': isText ? 'text/html' : 'application/json', ...headers })
      .end(isText ? body : JSON.stringify(body));
}

export const result = (value: unknown): Say => says(200, JSON.stringify(value));
export const reset: Say = (response) => void response.socket?.resetAndDestroy();
export const silence: Say = () => undefined;
/** Breaks off in the middle of a result. */
export const truncated: Say = (response) => {
  response.writeHead(200, { 'content-length': '100' }).write('{"half":');
  setImmediate(() => response.destroy());
};
