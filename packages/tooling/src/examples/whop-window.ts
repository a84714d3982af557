import {
  request as send,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import { pipeline } from 'node:stream';
import type { RunningExample } from './example.ts';
import { serve } from './serve.ts';

export interface WhopWindowOptions {
  wee5: string;
  /** Where the app really is. */
  appUrl: string;
  port: number;
}

/** Who looks at the app: a member of the demo community. */
const memberId = 'user_chidi';

/** Shows an app in a frame through a relay that says who looks at it, as Whop's does, at the community's experience. */
export function startWhopWindow({ wee5, appUrl, port }: WhopWindowOptions): Promise<RunningExample> {
  return serve((request, response) => {
    if (request.url === '/') return void response.setHeader('Content-Type', 'text/html').end(around);
    relay(request, response, { wee5, appUrl }).catch((error: unknown) => {
      if (!response.headersSent) response.writeHead(502);
      response.end(String(error));
    });
  }, port);
}

async function relay(
  request: IncomingMessage,
  response: ServerResponse,
  { wee5, appUrl }: Pick<WhopWindowOptions, 'wee5' | 'appUrl'>,
): Promise<void> {
  const signed = await fetch(`${wee5}/demo/user-token?memberId=${memberId}`);
  const { token } = (await signed.json()) as { token: string };
  const options = {
    method: request.method ?? 'GET',
    headers: { ...request.headers, 'x-whop-user-token': token },
  };
  const onward = send(new URL(request.url ?? '/', appUrl), options, (answer) => {
    response.writeHead(answer.statusCode ?? 502, showable(answer.headers));
    pipeline(answer, response, () => {});
  });
  onward.on('error', (error) => response.headersSent || response.writeHead(502).end(error.message));
  response.on('close', () => onward.destroy());
  request.pipe(onward);
}

/** The app lets itself be shown by Whop alone; here Whop is this very origin. */
function showable(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  const policy = headers['content-security-policy'];
  if (typeof policy !== 'string') return headers;
  const shown = policy.replace('https://whop.com https://*.whop.com', "'self'");
  return { ...headers, 'content-security-policy': shown };
}

const around = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>A Whop app in its frame</title>
    <link rel="icon" href="data:," />
    <style>
      body { margin: 0 }
      iframe { width: 100vw; height: 100vh; border: 0; display: block }
    </style>
  </head>
  <body><iframe src="/experiences/exp_simulated" title="The app"></iframe></body>
</html>
`;
