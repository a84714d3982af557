import type { RankCard } from '@wee5/contract';
import type { Colours } from './colours.ts';
import type { Line, Span } from './drawing.ts';
import { layout, mirrored } from './layout.ts';
import { graphemesOf, plainText } from './plain-text.ts';
import type { Words } from './words.ts';

export type ShownCard = Pick<
  RankCard,
  | 'displayName'
  | 'username'
  | 'xp'
  | 'level'
  | 'levelName'
  | 'nextLevelXp'
  | 'progress'
  | 'rank'
  | 'total'
  | 'streakDays'
>;

export interface Said {
  readonly card: ShownCard;
  readonly name: string;
  readonly communityName: string;
  readonly words: Words;
  readonly colours: Colours;
}

const { margin, column, end, ring } = layout;

/** The first letter, where there is no picture of the member. */
export function initialLine({ name, words, colours: { quiet } }: Said): Line {
  const place = { x: ring.x, baseline: ring.y + 20, middle: ring.y, room: 116, anchor: 'middle' } as const;
  const initial = graphemesOf(name)[0]?.toLocaleUpperCase(words.lang) ?? '';
  return line(words, place, [somebodys(initial, { size: 56, strong: true, colour: quiet })]);
}

export function whoLines({ card, name, words, colours: { text, quiet } }: Said): Line[] {
  const { xp, nextLevelXp } = card;
  const says = ours(words);
  return [
    line(words, { x: column, baseline: 78 }, [
      somebodys(name, { size: 30, smallest: 24, strong: true, colour: text }),
    ]),
    line(words, { x: column, baseline: 142 }, [
      says(words.level, { size: 20, colour: quiet }),
      says(words.full(card.level), { size: 60, strong: true, colour: text, gap: 10 }),
      somebodys(plainText(card.levelName ?? ''), { size: 20, smallest: 16, colour: quiet, gap: 14 }),
    ]),
    line(words, { x: column, baseline: 184 }, [
      says(words.xp(words.short(xp)), { size: 20, strong: true, colour: text }),
      nextLevelXp === null
        ? says(words.top, { size: 20, colour: quiet, gap: 8 })
        : says(words.ofXp(words.short(nextLevelXp)), { size: 20, colour: quiet, gap: 8 }),
    ]),
  ];
}

export function factLines({ card, communityName, words, colours: { text, quiet } }: Said): Line[] {
  const { rank, total, streakDays } = card;
  const says = ours(words);
  const label = (x: number, said: string) =>
    line(words, { x, baseline: 255, room: 160 }, [says(said, { size: 16, colour: quiet })]);
  const none = says(words.none, { size: 16, colour: quiet });
  const strong = (said: string) => says(said, { size: 20, strong: true, colour: text });
  const ofTotal = says(words.ofTotal(words.short(total)), { size: 16, colour: quiet, gap: 7 });
  const days = words.days(words.full(streakDays), streakDays);
  const ranked = rank === null ? [none] : [strong(words.full(rank)), ofTotal];
  return [
    label(margin, words.rank),
    line(words, { x: margin, baseline: 284, room: 165 }, ranked),
    label(column, words.streak),
    line(words, { x: column, baseline: 284, room: 124 }, [streakDays === 0 ? none : strong(days)]),
    line(words, { x: end, baseline: 284, room: 188, anchor: 'end' }, [
      somebodys(communityName, { size: 16, smallest: 14, colour: quiet }),
    ]),
  ];
}

type Place = Pick<Line, 'x' | 'baseline'> & Partial<Line>;
type Look = Pick<Span, 'size' | 'colour'> & Partial<Span>;

/** `place` is that of a card which is read from the left. */
function line({ dir }: Words, place: Place, spans: Span[]): Line {
  const said = spans.filter(({ text }) => text !== '');
  return { room: end - column, anchor: 'start', ...place, x: mirrored(place.x, dir), dir, spans: said };
}

function ours({ dir }: Words): (text: string, look: Look) => Span {
  return (text, look) => ({ text, dir, strong: false, gap: 0, ...look });
}

function somebodys(text: string, look: Look): Span {
  return { text, dir: 'auto', strong: false, gap: 0, ...look };
}
