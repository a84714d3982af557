import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import https from 'node:https';
import { pipeline } from 'node:stream';

/** Hands a request on to Wee5 with all that Whop's relay added, and its answer back as it comes. */
export function proxy(request: IncomingMessage, response: ServerResponse, apiUrl: string): void {
  const { request: send } = apiUrl.startsWith('https:') ? https : http;
  const { host: _, ...headers } = request.headers;
  const options = { method: request.method ?? 'GET', headers };
  const onward = send(new URL(request.url ?? '/', apiUrl), options, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    pipeline(answer, response, () => {});
  });
  onward.on('error', () => response.headersSent || response.writeHead(502).end('Wee5 cannot be reached.'));
  response.on('close', () => onward.destroy());
  request.pipe(onward);
}
