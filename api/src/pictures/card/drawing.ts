/** A piece of a line, in one size, weight and colour. */
export interface Span {
  readonly text: string;
  /** Pixels; a picture may be drawn larger as a whole. */
  readonly size: number;
  readonly strong: boolean;
  /** `#rrggbb` */
  readonly colour: string;
  /** Pixels between this span and the one before it. */
  readonly gap: number;
}

/** One line of text that never becomes wider than its room: its last span is cut with an ellipsis. */
export interface Line {
  readonly x: number;
  /** Where the letters stand. */
  readonly baseline: number;
  /** Pixels from `x`: to the right, to both sides or to the left, as the anchor says. */
  readonly room: number;
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
