import { pictureThemeSchema } from '@wee5/contract';
import type { Request, Response } from 'express';
import type { AppContext } from '../../context.ts';
import { ApiError } from '../../errors.ts';
import type { Theme } from '../../pictures/card/colours.ts';
import type { Markup } from '../../pictures/share/markup.ts';
import { embedPage, noCardPage, sharePage } from '../../pictures/share/share-page.ts';
import { addressesOf, type SharedAddresses, type SharedCard } from '../../pictures/share/shared-card.ts';
import { etagOf, isKept } from '../etag.ts';
import { publicUrlOf } from './public-url.ts';
import { readSharedCard, type Shared } from './read-shared-card.ts';

type ShareRequest = Request<{ communityId: string; userId: string }>;
type DrawPage = (shared: SharedCard, addresses: SharedAddresses, theme?: Theme) => Markup;

/** `GET /share/{communityId}/{userId}?theme=light|dark`: one member's card, for anybody who may see it without an identity. */
export function getSharePage(context: AppContext) {
  return answerWith(context, sharePage);
}

/** `GET /share/{communityId}/{userId}/embed?theme=light|dark`: the same card, to stand in a frame anywhere. */
export function getEmbedPage(context: AppContext) {
  const answer = answerWith(context, embedPage);
  return (request: ShareRequest, response: Response): Promise<void> => {
    response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
    return answer(request, response);
  };
}

function answerWith(context: AppContext, draw: DrawPage) {
  return async (request: ShareRequest, response: Response): Promise<void> => {
    const shared = await readUnlessHidden(context, request.params);
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    if (!shared) {
      response.setHeader('Cache-Control', 'no-store');
      return void response.status(404).end(noCardPage().text);
    }
    const addresses = addressesOf(shared, publicUrlOf(context.config, request));
    const page = draw(shared, addresses, themeOf(request.query['theme'])).text;
    const etag = etagOf(page);
    response.setHeader('ETag', etag);
    response.setHeader('Cache-Control', 'public, no-cache');
    if (isKept(request, etag)) return void response.status(304).end();
    response.end(page);
  };
}

/** Somebody's link with a theme that is none still shows the card. */
function themeOf(given: unknown): Theme | undefined {
  return pictureThemeSchema.safeParse(given).data;
}

/** Whatever the reason not to show a card, the page tells no difference. */
async function readUnlessHidden(context: AppContext, shared: Shared): Promise<SharedCard | undefined> {
  try {
    return await readSharedCard(context, shared);
  } catch (error) {
    if (error instanceof ApiError && error.status < 500 && error.status !== 429) return undefined;
    throw error;
  }
}
