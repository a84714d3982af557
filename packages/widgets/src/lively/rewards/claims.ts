import type { RewardProgress } from '../../controllers/reward-list-controller.ts';
import type { Claims } from '../../components/reward-list/claim.ts';
import { later } from '../later.ts';
import type { RewardStage } from './stage.ts';

const claims = new WeakMap<RewardStage, Claims>();
const loading = new WeakSet<RewardStage>();

/** Gives a reader's own list what it takes to claim; asked for again with the next update where it cannot be had. */
export function loadClaims(stage: RewardStage): void {
  if (loading.has(stage)) return;
  loading.add(stage);
  void import('../../components/reward-list/claim.ts').then(later(stage, begin), later(stage, forget));
}

function begin(stage: RewardStage, part: { Claims: typeof Claims }): void {
  claims.set(stage, new part.Claims(stage));
  stage.requestUpdate();
}

function forget(stage: RewardStage): void {
  loading.delete(stage);
}

/** Undefined for a reward that is nobody's or another member's, and until the claims are there. */
export function claimsOf(stage: RewardStage, { state }: RewardProgress): Claims | undefined {
  return state ? claims.get(stage) : undefined;
}
