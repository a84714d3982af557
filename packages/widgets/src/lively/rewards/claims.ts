import type { RewardProgress } from '../../controllers/reward-list-controller.ts';
import type { Claims } from '../../components/reward-list/claim.ts';
import type { RewardStage } from './stage.ts';

const claims = new WeakMap<RewardStage, Claims>();
const loading = new WeakSet<RewardStage>();

/** Gives a reader's own list what it takes to claim; asked for again with the next update where it cannot be had. */
export function loadClaims(stage: RewardStage): void {
  if (loading.has(stage)) return;
  loading.add(stage);
  void import('../../components/reward-list/claim.ts').then(
    ({ Claims }) => begin(stage, new Claims(stage)),
    () => loading.delete(stage),
  );
}

function begin(stage: RewardStage, begun: Claims): void {
  claims.set(stage, begun);
  stage.requestUpdate();
}

/** Undefined for a reward that is nobody's or another member's, and until the claims are there. */
export function claimsOf(stage: RewardStage, { state }: RewardProgress): Claims | undefined {
  return state ? claims.get(stage) : undefined;
}
