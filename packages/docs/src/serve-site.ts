import { createServer, type Server } from 'node:http';
import { extname } from 'node:path';
import type { Site } from './build-site.ts';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/**
 * Serves a site to this machine alone.
 * @param current - asked with every request, so that the site may change
 * @param base - the path that the site lies under, `/wee5/`; any other is not found
 */
export function serveSite(current: () => Site, base = '/'): Server {
  return createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://docs').pathname;
    const name = path.startsWith(base) ? path.slice(base.length) || 'index.html' : '';
    const content = current().get(name);
    if (content === undefined) return response.writeHead(404).end('There is no such page.');
    response.setHeader('Content-Type', types[extname(name)] ?? 'application/octet-stream');
    response.end(content);
  });
}
