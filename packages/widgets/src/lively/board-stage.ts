import type { Leaderboard, View } from '@wee5/client';
import type { Feed, Source } from '../controllers/feed-controller.ts';
import type { Stage } from './stage.ts';

export type BoardView = Extract<View, { kind: 'leaderboard' }>;

/** What the parts that come later need of a leaderboard. */
export interface BoardStage extends Stage {
  readonly feed: Feed & { readonly data: Leaderboard | undefined; readonly isFormer: boolean };
  readonly source: Source;
  /** What it shows now. */
  readonly view: BoardView;
  /** Whose days and weeks the windows are; undefined for the reader's. */
  readonly timeZone: string | undefined;
  /** How many rows the reader wants beyond those it began with. */
  asked: number;
  around: string | undefined;
}
