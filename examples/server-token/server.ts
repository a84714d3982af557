// Usage: WEE5_SECRET_KEY=sk_… node server.ts   (Node 22.18 or newer; see README.md)
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { createSession } from '@wee5/client';
import { findUserId, logIn, logOut } from './login.ts';

const { WEE5_URL: apiUrl = 'http://localhost:3000', WEE5_SECRET_KEY: key = '', PORT = '4000' } = process.env;

async function answer(request: IncomingMessage, response: ServerResponse): Promise<unknown> {
  switch (`${request.method} ${request.url}`) {
    case 'GET /':
      return sendPage(response, findUserId(request) ? 'member.html' : 'login.html');
    case 'GET /page.js':
      return response.setHeader('Content-Type', 'text/javascript').end(await read('page.js'));
    case 'GET /style.css':
      return response.setHeader('Content-Type', 'text/css').end(await read('style.css'));
    case 'GET /wee5-token':
      return sendToken(response, findUserId(request));
    case 'POST /login': {
      const cookie = logIn(new URLSearchParams(await text(request)).get('name') ?? '');
      return response.writeHead(303, { Location: '/', ...(cookie && { 'Set-Cookie': cookie }) }).end();
    }
    case 'POST /logout':
      logOut(request);
      return response.writeHead(303, { Location: '/' }).end();
    default:
      return response.writeHead(404).end('There is nothing here.');
  }
}

/** The member's token, for the member alone: the secret key never leaves this server. */
async function sendToken(response: ServerResponse, userId: string | undefined): Promise<unknown> {
  if (userId === undefined) return response.writeHead(401).end('Log in first.');
  const { token } = await createSession({ apiUrl, key, userId });
  return response.setHeader('Cache-Control', 'no-store').end(token);
}

async function sendPage(response: ServerResponse, name: string): Promise<unknown> {
  const page = (await read(name)).replaceAll('http://localhost:3000', apiUrl);
  // What widgets need of a strict policy: their script and stylesheet, their API, the members' pictures.
  const policy = `default-src 'self'; script-src 'self' ${apiUrl}; style-src 'self' ${apiUrl}; connect-src 'self' ${apiUrl}; img-src * data:`;
  return response
    .setHeader('Content-Security-Policy', policy)
    .setHeader('Content-Type', 'text/html')
    .end(page);
}

function read(name: string): Promise<string> {
  return readFile(new URL(`pages/${name}`, import.meta.url), 'utf8');
}

const server = createServer((request, response) => {
  answer(request, response).catch((error: Error) => {
    console.error(error.message);
    response.writeHead(500).end('This server failed. Its log says why.');
  });
});
server.listen(Number(PORT), 'localhost', () => console.log(`Open http://localhost:${PORT}`));
