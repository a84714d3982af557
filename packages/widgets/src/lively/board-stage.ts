import type { BoardKind, Community, Leaderboard, View, WindowKind } from '@wee5/client';
import type { Feed, Source } from '../controllers/feed-controller.ts';
import type { Stage } from './stage.ts';

export type BoardView = Extract<View, { kind: 'leaderboard' }>;

/** What the parts that come later need of a leaderboard. */
export interface BoardStage extends Stage {
  readonly feed: Feed & { readonly data: Leaderboard | undefined; readonly isFormer: boolean };
  readonly source: Source;
  /** What it shows now. */
  readonly view: BoardView;
  readonly communityFeed: { readonly data: Community | undefined };
  /** How many rows the reader wants beyond those it began with. */
  asked: number;
  around: string | undefined;
  window: WindowKind | undefined;
  readonly windows: string | undefined;
  readonly board: BoardKind | undefined;
}

/** What a row has beside its data once the lively part is there. */
export interface RowExtras {
  key: string;
  /** What counts up. */
  xp: number | undefined;
  /** What stands beside the name. */
  beside: unknown;
  /** What the number counts, where no header says so. */
  unit: unknown;
  /** The number as a part of the first one's. */
  share: unknown;
}

export function isBoard(stage: Stage): stage is BoardStage {
  return 'asked' in stage;
}
