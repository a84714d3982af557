import type { RankCard } from '@wee5/contract';
import { describeCard, titleOf } from '../card/describe-card.ts';
import { nameOf } from '../card/draw-card.ts';
import { plainText } from '../card/plain-text.ts';
import { wordsOf } from '../card/words.ts';

/** A card that anybody may see, and whose community it is. */
export interface SharedCard {
  readonly community: { communityId: string; name: string | null };
  readonly card: RankCard;
}

/** What is said about a card where it is shared. Plain text: escape it. */
export interface SharedWords {
  /** `Maya Chen in Northwind Traders Club` */
  readonly heading: string;
  readonly name: string;
  /** Everything the picture shows. */
  readonly alt: string;
  readonly more: string;
}

export function describeShared({ community, card }: SharedCard): SharedWords {
  const words = wordsOf('en');
  const name = nameOf(card, words);
  const communityName = plainText(community.name ?? '');
  return {
    heading: communityName === '' ? name : `${name} in ${communityName}`,
    name,
    alt: titleOf(name, card, words),
    more: describeCard(card, communityName, words),
  };
}

/** Where a card is found, as the world reaches the server. */
export interface SharedAddresses {
  readonly page: string;
  readonly embed: string;
  /** 1200 × 630, for whoever shows a link to the page. */
  readonly picture: string;
  readonly oEmbed: string;
}

/** Under a pseudonym the id is the one that leads nowhere, whatever id was asked for. */
export function addressesOf({ community, card }: SharedCard, publicUrl: string): SharedAddresses {
  const [communityId, userId] = [community.communityId, card.userId].map(encodeURIComponent);
  const page = `${publicUrl}/share/${communityId}/${userId}`;
  return {
    page,
    embed: `${page}/embed`,
    picture: `${publicUrl}/api/v1/communities/${communityId}/members/${userId}/card.png?size=og`,
    oEmbed: `${publicUrl}/api/oembed?format=json&url=${encodeURIComponent(page)}`,
  };
}
