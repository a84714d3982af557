import type { RankCard } from '@wee5/contract';
import { coloursOf, type Colours, type Theme } from './colours.ts';
import { describeCard, titleOf } from './describe-card.ts';
import type { Drawing, Line, Span } from './drawing.ts';
import { graphemesOf, plainText } from './plain-text.ts';
import { wordsOf, type Words } from './words.ts';

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

export interface CardPicture {
  card: ShownCard;
  community: { name: string | null; theme: Record<string, unknown> };
  theme: Theme;
  /** A language tag. */
  lang: string;
  /** To the edges, as pages that show a link crop it anyway; else with corners and a hairline. */
  fullBleed: boolean;
}

const WIDTH = 600;
const HEIGHT = 315;
const RADIUS = 28;
const MARGIN = 40;
const COLUMN = 238;
const RIGHT = WIDTH - MARGIN;
const ring = { x: 123, y: 119, radius: 77, stroke: 12, inside: 62 };

/** The rank card of the widgets, set for a picture: large enough to be read where it is shown small. */
export function drawCard({ card, community, theme, lang, fullBleed }: CardPicture): Drawing {
  const words = wordsOf(lang);
  const colours = coloursOf(theme, community.theme['accent']);
  const name = nameOf(card, words);
  const communityName = plainText(community.name ?? '');
  return {
    width: WIDTH,
    height: HEIGHT,
    lang: words.lang,
    title: titleOf(name, card, words),
    description: describeCard(card, communityName, words),
    shapes: drawFrame(colours, fullBleed) + drawRing(card.progress, colours),
    lines: [
      ...whoLines({ card, name, words, colours }),
      ...factLines({ card, words, colours }),
      line({ x: RIGHT, baseline: 284, room: 188, anchor: 'end' }, [
        span(communityName, { size: 16, colour: colours.quiet }),
      ]),
    ].filter(({ spans }) => spans.length > 0),
  };
}

export function nameOf({ displayName, username }: ShownCard, words: Words): string {
  return plainText(displayName ?? '') || plainText(username ?? '') || words.member;
}

interface Said {
  card: ShownCard;
  words: Words;
  colours: Colours;
}

function whoLines({ card, name, words, colours: { text, quiet } }: Said & { name: string }): Line[] {
  const { xp, nextLevelXp } = card;
  const levelName = plainText(card.levelName ?? '');
  const initial = graphemesOf(name)[0]?.toLocaleUpperCase(words.lang) ?? '';
  const isTop = nextLevelXp === null;
  return [
    line({ x: ring.x, baseline: ring.y + 20, room: 116, anchor: 'middle' }, [
      span(initial, { size: 56, strong: true, colour: quiet }),
    ]),
    line({ x: COLUMN, baseline: 78 }, [span(name, { size: 30, strong: true, colour: text })]),
    line({ x: COLUMN, baseline: 142 }, [
      span(words.level, { size: 20, colour: quiet }),
      span(words.full(card.level), { size: 60, strong: true, colour: text, gap: 10 }),
      span(levelName, { size: 20, colour: quiet, gap: 14 }),
    ]),
    line({ x: COLUMN, baseline: 184 }, [
      span(words.xp(words.short(xp)), { size: 20, strong: true, colour: text }),
      span(isTop ? words.top : words.ofXp(words.short(nextLevelXp)), { size: 20, colour: quiet, gap: 8 }),
    ]),
  ];
}

function factLines({ card: { rank, total, streakDays }, words, colours: { text, quiet } }: Said): Line[] {
  const label = (x: number, said: string) =>
    line({ x, baseline: 255, room: 160 }, [span(said, { size: 16, colour: quiet })]);
  const none = span(words.none, { size: 16, colour: quiet });
  const strong = (said: string) => span(said, { size: 20, strong: true, colour: text });
  const ofTotal = span(words.ofTotal(words.short(total)), { size: 16, colour: quiet, gap: 7 });
  const days = words.days(words.full(streakDays), streakDays);
  return [
    label(MARGIN, words.rank),
    line(
      { x: MARGIN, baseline: 284, room: 165 },
      rank === null ? [none] : [strong(words.full(rank)), ofTotal],
    ),
    label(COLUMN, words.streak),
    line({ x: COLUMN, baseline: 284, room: 124 }, [streakDays === 0 ? none : strong(days)]),
  ];
}

type Place = Pick<Line, 'x' | 'baseline'> & Partial<Line>;

function line(place: Place, spans: Span[]): Line {
  return {
    room: RIGHT - COLUMN,
    anchor: 'start',
    ...place,
    spans: spans.filter(({ text }) => text !== ''),
  };
}

function span(text: string, look: Pick<Span, 'size' | 'colour'> & Partial<Span>): Span {
  return { text, strong: false, gap: 0, ...look };
}

function drawFrame({ surface, line: hairline }: Colours, fullBleed: boolean): string {
  const rule = `<path d="M${MARGIN} 222.5H${RIGHT}" stroke="${hairline}"/>`;
  if (fullBleed) return `<rect width="${WIDTH}" height="${HEIGHT}" fill="${surface}"/>${rule}`;
  const inner = `width="${WIDTH - 1}" height="${HEIGHT - 1}" rx="${RADIUS}"`;
  return `<rect x="0.5" y="0.5" ${inner} fill="${surface}" stroke="${hairline}"/>${rule}`;
}

function drawRing(progress: number, { fill, accent }: Colours): string {
  const { x, y, radius, stroke, inside } = ring;
  const circle = `cx="${x}" cy="${y}" r="${radius}" fill="none" stroke-width="${stroke}"`;
  const around = 2 * Math.PI * radius;
  const done = Math.min(1, Math.max(0, progress)) * around;
  const track = `<circle ${circle} stroke="${fill}"/><circle cx="${x}" cy="${y}" r="${inside}" fill="${fill}"/>`;
  if (done === 0) return track;
  const dashes = `stroke-dasharray="${done.toFixed(2)} ${(2 * around).toFixed(2)}"`;
  const turned = `stroke-linecap="round" transform="rotate(-90 ${x} ${y})"`;
  return `${track}<circle ${circle} stroke="${accent}" ${dashes} ${turned}/>`;
}
