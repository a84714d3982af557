import { fileURLToPath } from 'node:url';
import { Router, type NextFunction, type Request, type Response } from 'express';
import type { Config } from '../config.ts';
import { refuseMethod } from '../middleware/answer-errors.ts';
import { isKept } from './etag.ts';
import { readWidgetFiles, type WidgetFile } from './widget-files.ts';

const pathOf = (path: string): string =>
  fileURLToPath(new URL(`../../../packages/widgets/${path}`, import.meta.url));

// The address stays while the file improves: ask again after five minutes.
const revalidated = 'public, max-age=300, stale-while-revalidate=86400';
const immutable = 'public, max-age=31536000, immutable';

/** `/widgets/v1/…`: the script tag, its lazy parts and its stylesheet, for any page. */
export function getWidgetScript(
  { server }: Pick<Config, 'server'>,
  directories = { built: pathOf('dist/script-tag'), kept: pathOf('kept') },
): Router {
  const address = `${server.publicUrl ?? ''}/widgets/v1`;
  const files = readWidgetFiles(directories.built, directories.kept, address);
  const routes = Router();
  routes.use(allowEveryPage);
  routes
    .route('/:file')
    .get((request, response, next) => {
      const file = files.get(request.params.file);
      if (!file) return next();
      sendFile(file, request, response);
    })
    .all(refuseMethod);
  return routes;
}

function allowEveryPage(_request: Request, response: Response, next: NextFunction): void {
  response.setHeader('Access-Control-Allow-Origin', '*');
  response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
  response.setHeader('Timing-Allow-Origin', '*');
  next();
}

function sendFile(file: WidgetFile, request: Request, response: Response): void {
  const encoding = encodingFor(request, file);
  const { body, etag } = file.encodings.get(encoding)!;
  response.vary('Accept-Encoding');
  response.setHeader('ETag', etag);
  response.setHeader('Cache-Control', file.immutable ? immutable : revalidated);
  if (isKept(request, etag)) return void response.status(304).end();
  response.setHeader('Content-Type', file.type);
  response.setHeader('Content-Length', body.length);
  if (encoding !== 'identity') response.setHeader('Content-Encoding', encoding);
  response.end(body);
}

/** The smallest that the caller takes, whichever it names first. */
function encodingFor(request: Request, { encodings }: WidgetFile): string {
  const compressed = [...encodings.keys()].filter((name) => name !== 'identity');
  return compressed.find((name) => request.acceptsEncodings(name) === name) ?? 'identity';
}
