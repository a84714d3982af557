import type { SavedReward } from '@wee5/contract';
import type { SaveOutcome } from '../../database/functions.ts';
import { ApiError, invalidPart } from '../../errors.ts';

/** A saved reward as its creator sees it, in no member's state. Throws where nobody could ever reach its level. */
export function toSavedReward(saved: SaveOutcome): SavedReward {
  if (saved.outcome === 'above-top-level') {
    throw invalidPart('levelRequirement', `must be at most ${saved.topLevel}, the community's top level`);
  }
  const { reward, unlocked } = saved;
  return { reward: { ...reward, state: null }, unlocked };
}

export function unknownReward(): ApiError {
  return new ApiError('unknown-reward', 'This community gives no such reward: check its id.');
}
