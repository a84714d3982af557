import type { Source } from '../../controllers/feed-controller.ts';
import type { Stage } from '../stage.ts';

/** What a reward list's later parts need of it. */
export interface RewardStage extends Stage {
  readonly source: Source;
  readonly updateComplete: Promise<boolean>;
  showAll(all: boolean): void;
}
