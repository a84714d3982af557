import type { OEmbed } from '@wee5/contract';
import type { Theme } from '../card/colours.ts';
import { Markup, markup } from './markup.ts';
import { describeShared, type SharedAddresses, type SharedCard } from './shared-card.ts';

/** Where a card is as wide as it needs to be, and still stands in the text of a page. */
const WIDTH = 480;
const NARROWEST = 240;

/** Of the live card with its margin, at every width from the narrowest on. */
const HEIGHT = 272;

export interface OEmbedOptions {
  shared: SharedCard;
  addresses: SharedAddresses;
  publicUrl: string;
  /** Of the frame; the system's unless given. */
  theme?: Theme | undefined;
  /** Pixels that the page has for it. */
  room: { maxwidth?: number | undefined; maxheight?: number | undefined };
}

/** A frame with the live card, or a link where there is no room for it. */
export function toOEmbed({ shared, addresses, publicUrl, theme, room }: OEmbedOptions): OEmbed {
  const { heading, alt } = describeShared(shared);
  const width = Math.min(WIDTH, room.maxwidth ?? WIDTH);
  // Nothing is to be kept: whoever hides is gone from the next look on.
  const base = {
    version: '1.0',
    title: heading,
    provider_name: 'Wee5',
    provider_url: publicUrl,
    cache_age: 0,
  } as const;
  if (width < NARROWEST || (room.maxheight ?? HEIGHT) < HEIGHT) return { ...base, type: 'link' };
  const size = markup`width="${width}" height="${HEIGHT}"`;
  const look = 'loading="lazy" style="border:0;max-width:100%"';
  const source = theme ? `${addresses.embed}?theme=${theme}` : addresses.embed;
  const frame = markup`<iframe src="${source}" title="${alt}" ${size} ${new Markup(look)}></iframe>`;
  return {
    ...base,
    type: 'rich',
    html: frame.text,
    width,
    height: HEIGHT,
    thumbnail_url: addresses.picture,
    thumbnail_width: 1200,
    thumbnail_height: 630,
  };
}
