import { factLines, initialLine, whoLines, type ShownCard } from './card-lines.ts';
import { drawShapes } from './card-shapes.ts';
import { coloursOf, type Theme } from './colours.ts';
import { describeCard, titleOf } from './describe-card.ts';
import type { Drawing } from './drawing.ts';
import { layout } from './layout.ts';
import { plainText } from './plain-text.ts';
import { wordsOf, type Words } from './words.ts';

export interface CardPicture {
  card: ShownCard;
  /** A round picture of the member, as `data:` address; without one, the name's first letter stands in the ring. */
  portrait?: string | undefined;
  community: { name: string | null; theme: Record<string, unknown> };
  theme: Theme;
  /** A language tag. */
  lang: string;
  /** To the edges, as pages that show a link crop it anyway; else with corners and a hairline. */
  fullBleed: boolean;
}

/** The rank card of the widgets, set for a picture: large enough to be read where it is shown small. */
export function drawCard({ card, portrait, community, theme, lang, fullBleed }: CardPicture): Drawing {
  const words = wordsOf(lang);
  const colours = coloursOf(theme, community.theme['accent']);
  const name = nameOf(card, words);
  const communityName = plainText(community.name ?? '');
  const said = { card, name, communityName, words, colours };
  const lines = [
    ...(portrait === undefined ? [initialLine(said)] : []),
    ...whoLines(said),
    ...factLines(said),
  ];
  return {
    width: layout.width,
    height: layout.height,
    lang: words.lang,
    title: titleOf(name, card, words),
    description: describeCard(card, communityName, words),
    shapes: drawShapes({ colours, dir: words.dir, progress: card.progress, fullBleed, portrait }),
    lines: lines.filter(({ spans }) => spans.length > 0),
  };
}

export function nameOf({ displayName, username }: ShownCard, words: Words): string {
  return plainText(displayName ?? '') || plainText(username ?? '') || words.member;
}
