import { Router, type RequestHandler } from 'express';
import type { AppContext } from '../../context.ts';
import { allowCrossOrigin } from '../../middleware/allow-cross-origin.ts';
import { refuseMethod } from '../../middleware/answer-errors.ts';
import { createPageHeaders } from '../../middleware/page-headers.ts';
import { getOEmbed } from './get-oembed.ts';
import { getEmbedPage, getSharePage } from './get-share-page.ts';

/** Pages that show one card to anybody, alone or in a frame, and what tells others how to frame them. */
export function createShareRoutes(context: AppContext, limit: RequestHandler): Router {
  const routes = Router();
  const page = createPageHeaders(context.config, "'none'");
  const embed = createPageHeaders(context.config, '*');
  const share = '/share/:communityId/:userId';
  routes.route(share).get(limit, page, getSharePage(context)).all(refuseMethod);
  routes.route(`${share}/embed`).get(limit, embed, getEmbedPage(context)).all(refuseMethod);
  routes.route('/api/oembed').all(allowCrossOrigin).get(limit, getOEmbed(context)).all(refuseMethod);
  return routes;
}
