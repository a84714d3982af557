/** Which way a line or a picture is read. */
export type Direction = 'ltr' | 'rtl';

/** A piece of a line, in one size, weight and colour. */
export interface Span {
  readonly text: string;
  /** Our own words go the way of their language, somebody's words (`auto`) that of their first letter. */
  readonly dir: Direction | 'auto';
  /** Pixels; a picture may be drawn larger as a whole. */
  readonly size: number;
  /** How small it may become before it is cut; as large as it is unless given. */
  readonly smallest?: number;
  readonly strong: boolean;
  /** `#rrggbb` */
  readonly colour: string;
  /** Pixels between this span and the one before it. */
  readonly gap: number;
}

/** One line of text that never becomes wider than its room: its last span becomes smaller, then is cut with an ellipsis. */
export interface Line {
  readonly x: number;
  /** Where the letters stand. */
  readonly baseline: number;
  /** Where the middle of the letters is, once their shapes are known; the baseline is about right for most of them. */
  readonly middle?: number;
  /** Pixels from `x`: onwards as it is read, to both sides or backwards, as the anchor says. */
  readonly room: number;
  readonly dir: Direction;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly spans: readonly Span[];
}

/** A picture before it is SVG or PNG: everything it shows, and nothing else. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  /** BCP 47, of the words. */
  readonly lang: string;
  /** What the picture says, for whoever does not see it. */
  readonly title: string;
  readonly description: string;
  /** SVG elements of our own making: no word of anybody's is in them. */
  readonly shapes: string;
  readonly lines: readonly Line[];
}
