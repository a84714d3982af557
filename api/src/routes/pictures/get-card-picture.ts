import { pictureQuerySchema, type PictureQuery, type RankCard } from '@wee5/contract';
import type { Response } from 'express';
import type { AppContext } from '../../context.ts';
import { drawCard } from '../../pictures/card/draw-card.ts';
import type { Drawing } from '../../pictures/card/drawing.ts';
import { toSvg } from '../../pictures/svg/to-svg.ts';
import { etagOf } from '../etag.ts';
import { readMember, type MemberRequest } from '../members/read-member.ts';
import type { Reader } from '../read-community.ts';
import { isReadAlready } from '../send-read.ts';
import { validate } from '../validate.ts';

/** Raised whenever the same drawing becomes other pixels. */
const PNG_VERSION = 2;

/** Asked for anew every time: whoever hides is gone from the next look on. */
const shareable = 'no-cache';

/** Opened as a page, it shows the picture that is inside of it, and loads nothing. */
const policy = "default-src 'none'; img-src data:; frame-ancestors 'none'";

/** `GET /communities/{communityId}/members/{userId}/card.svg?theme=light|dark&lang=en&size=card|og` */
export function getCardSvg(context: AppContext) {
  return async (request: MemberRequest, response: Response): Promise<void> => {
    const query = validate(pictureQuerySchema, request.query);
    const { reader, card } = await readMember(context, request);
    const svg = toSvg(await draw(context, { reader, card, query }));
    response.setHeader('Content-Security-Policy', policy);
    if (isReadAlready({ request, response, reader }, { etag: etagOf(svg), shareable })) return;
    response.setHeader('Content-Type', 'image/svg+xml; charset=utf-8');
    response.end(svg);
  };
}

/** `GET …/card.png?theme=light|dark&lang=en&size=card|og&scale=1..3` */
export function getCardPng(context: AppContext) {
  return async (request: MemberRequest, response: Response): Promise<void> => {
    const query = validate(pictureQuerySchema, request.query);
    const { reader, card } = await readMember(context, request);
    const drawing = await draw(context, { reader, card, query });
    const scale = query.size === 'og' ? 2 : query.scale;
    const etag = etagOf(JSON.stringify([PNG_VERSION, scale, drawing]));
    if (isReadAlready({ request, response, reader }, { etag, shareable })) return;
    const png = await context.pictures.render(etag, { drawing, scale });
    response.setHeader('Content-Type', 'image/png');
    response.end(png);
  };
}

interface Wanted {
  reader: Reader;
  card: RankCard;
  query: PictureQuery;
}

async function draw(context: AppContext, { reader: { community }, card, query }: Wanted): Promise<Drawing> {
  const saved = community.theme['scheme'] === 'dark' ? 'dark' : 'light';
  const { theme = saved, lang, size } = query;
  const portrait = await context.portraits.of(card.avatarUrl);
  return drawCard({ card, portrait, community, theme, lang, fullBleed: size === 'og' });
}
