import { fileURLToPath } from 'node:url';
import express, { Router } from 'express';
import { refuseMethod } from '../middleware/answer-errors.ts';

const built = fileURLToPath(new URL('../../../packages/widgets/dist', import.meta.url));

/** `/widgets/v1/wee5.js`: the script tag's file, for any page. It is there once `pnpm build` has run. */
export function getWidgetScript(): Router {
  const script = express.static(built, {
    index: false,
    setHeaders(response) {
      // The address stays while the file improves: ask again after five minutes.
      response.setHeader('Cache-Control', 'public, max-age=300, stale-while-revalidate=86400');
    },
  });
  const routes = Router();
  routes.use((_request, response, next) => {
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
    next();
  });
  routes.route('/{*file}').get(script).all(refuseMethod);
  return routes;
}
