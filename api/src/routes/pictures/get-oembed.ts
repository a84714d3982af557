import { oEmbedQuerySchema, pictureThemeSchema, type OEmbed } from '@wee5/contract';
import type { Request, Response } from 'express';
import type { AppContext } from '../../context.ts';
import { ApiError } from '../../errors.ts';
import type { Theme } from '../../pictures/card/colours.ts';
import { toOEmbed } from '../../pictures/share/o-embed.ts';
import { addressesOf } from '../../pictures/share/shared-card.ts';
import { etagOf, isKept } from '../etag.ts';
import { validate } from '../validate.ts';
import { publicUrlOf } from './public-url.ts';
import { readSharedCard, type Shared } from './read-shared-card.ts';

/** `GET /api/oembed?url=&format=json&maxwidth=&maxheight=`: how to show a share page inside another page. */
export function getOEmbed(context: AppContext) {
  return async (request: Request, response: Response): Promise<void> => {
    const query = validate(oEmbedQuerySchema, request.query);
    if (query.format !== 'json') {
      throw new ApiError('format-not-offered', `${query.format} is not offered: ask for format=json.`);
    }
    const publicUrl = publicUrlOf(context.config, request);
    const { theme, ...address } = readShareAddress(query.url, publicUrl);
    const shared = await readSharedCard(context, address);
    const addresses = addressesOf(shared, publicUrl);
    send(request, response, toOEmbed({ shared, addresses, publicUrl, room: query, theme }));
  };
}

function send(request: Request, response: Response, body: OEmbed): void {
  const text = JSON.stringify(body);
  const etag = etagOf(text);
  response.setHeader('ETag', etag);
  response.setHeader('Cache-Control', 'public, no-cache');
  if (isKept(request, etag)) return void response.status(304).end();
  response.setHeader('Content-Type', 'application/json');
  response.end(text);
}

/** Whose card an address of this server shows. Throws `not-found` for every other address. */
function readShareAddress(url: string, publicUrl: string): Shared & { theme: Theme | undefined } {
  const address = URL.canParse(url) ? new URL(url) : undefined;
  const share = `${new URL(publicUrl).href.replace(/\/+$/, '')}/share/`;
  const plain = address && `${address.origin}${address.pathname}`;
  const [communityId, userId, ...rest] = plain?.startsWith(share) ? plain.slice(share.length).split('/') : [];
  const isShare = rest.length === 0 || (rest.length === 1 && rest[0] === 'embed');
  if (communityId && userId && isShare) {
    const theme = pictureThemeSchema.safeParse(address?.searchParams.get('theme')).data;
    return { communityId: decodeURIComponent(communityId), userId: decodeURIComponent(userId), theme };
  }
  throw new ApiError('not-found', `Only addresses that begin with ${share} can be embedded.`);
}
