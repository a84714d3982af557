// Usage: node server.ts   (Node 22.18 or newer; see README.md)
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { toPage } from './page.ts';
import { proxy } from './proxy.ts';

const { WEE5_URL: apiUrl = 'http://localhost:3000', PORT = '4000' } = process.env;

/** The view that Whop opens for a member: `/experiences/[experienceId]`. */
async function sendExperience(
  experienceId: string,
  { headers }: IncomingMessage,
  response: ServerResponse,
): Promise<unknown> {
  const userToken = headers['x-whop-user-token'];
  if (typeof userToken !== 'string') return response.writeHead(401).end('Open this app inside Whop.');
  // Which company's this experience is, and whether the reader may see it, Wee5 asks Whop.
  const answer = await fetch(`${apiUrl}/api/v1/sessions`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'x-whop-user-token': userToken },
    body: JSON.stringify({ experienceId }),
  });
  const session = (await answer.json()) as { communityId: string; detail?: string };
  if (!answer.ok) return response.writeHead(answer.status).end(session.detail);

  const { communityId } = session;
  const theme = /appearance:(light|dark)/.exec(headers.cookie ?? '')?.[1] ?? 'light dark';
  response.setHeader('Content-Type', 'text/html').setHeader('Content-Security-Policy', policy);
  return response.end(toPage({ apiUrl, communityId, experienceId, theme }));
}

const style = readFileSync(new URL('style.css', import.meta.url));

const policy = [
  "default-src 'none'",
  `script-src ${apiUrl}`,
  `style-src 'self' ${apiUrl}`,
  `connect-src 'self' ${apiUrl}`,
  'img-src * data:',
  'frame-ancestors https://whop.com https://*.whop.com',
].join('; ');

const server = createServer((request, response) => {
  const path = request.url ?? '/';
  const experienceId = /^\/experiences\/(exp_\w+)/.exec(path)?.[1];
  if (path.startsWith('/api/')) return proxy(request, response, apiUrl);
  if (path === '/style.css') return response.setHeader('Content-Type', 'text/css').end(style);
  if (!experienceId) return response.writeHead(404).end('There is nothing here.');
  sendExperience(experienceId, request, response).catch((error: Error) => {
    console.error(error.message);
    response.writeHead(502).end('Wee5 cannot be reached.');
  });
});
server.listen(Number(PORT), 'localhost', () => console.log(`Listening on http://localhost:${PORT}`));
