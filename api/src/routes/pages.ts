import { readdirSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { Router, type Request, type RequestHandler, type Response } from 'express';
import type { Config } from '../config.ts';
import { refuseMethod } from '../middleware/answer-errors.ts';
import { createPageHeaders } from '../middleware/page-headers.ts';
import { etagOf, isKept } from './etag.ts';

const directory = new URL('../pages/', import.meta.url);

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
};

interface File {
  body: string;
  type: string;
  etag: string;
}

/** `/experiences/{experienceId}` and `/dashboard/{companyId}`, with whatever path Whop puts behind, and their files. */
export function createPages(config: Pick<Config, 'server' | 'supabase' | 'whop'>): Router {
  const files = readFiles(config.server.publicUrl);
  const headers = createPageHeaders(config);
  const routes = Router();
  const page = (path: string, name: string): void => {
    routes
      .route(`${path}{/*rest}`)
      .get(headers, sendFile(files.get(name)))
      .all(refuseMethod);
  };
  page('/experiences/:experienceId', 'experience.html');
  page('/dashboard/:companyId', 'dashboard.html');
  for (const [name, file] of files) {
    if (!name.endsWith('.html')) routes.route(`/pages/${name}`).get(sendFile(file)).all(refuseMethod);
  }
  return routes;
}

function sendFile(file: File | undefined): RequestHandler {
  if (!file) throw new Error('A page of the server is missing: install it anew.');
  return (request: Request, response: Response): void => {
    response.setHeader('ETag', file.etag);
    // Always asked for again, so that the parts of a page are of one version.
    response.setHeader('Cache-Control', 'no-cache');
    if (isKept(request, file.etag)) return void response.status(304).end();
    response.setHeader('Content-Type', file.type);
    response.end(file.body);
  };
}

/** By name. The pages are told where the world reaches the server: inside Whop they cannot see it. */
function readFiles(publicUrl: string | undefined): Map<string, File> {
  const address = publicUrl === undefined ? '' : new URL(publicUrl).href.replace(/\/+$/, '');
  return new Map(
    readdirSync(directory).map((name) => {
      const body = readFileSync(new URL(name, directory), 'utf8').replace('{{publicUrl}}', () => address);
      return [name, { body, etag: etagOf(body), type: types[extname(name)] ?? 'application/octet-stream' }];
    }),
  );
}
