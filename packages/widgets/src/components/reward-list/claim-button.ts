import type { Reward, RewardState } from '@wee5/client';
import { html, nothing, svg } from 'lit';
import { icon } from '../../lively/icons.ts';
import type { RewardStage } from '../../lively/rewards/stage.ts';
import { moreWords } from '../../messages/more-words.ts';
import type { Attempt } from './claim-flow.ts';

interface ButtonOptions {
  /** Undefined for a button that only shows what there is. */
  phase: Attempt['phase'] | undefined;
  state: RewardState;
  isBusy: boolean;
  isOpen: boolean;
  hasNote: boolean;
  press: () => void;
}

const good = new Set<RewardState>(['unlocked', 'claimed', 'fulfilled']);
const chevron = svg`<path d="m4.5 6.5 3.5 3.5 3.5-3.5"/>`;

/**
 * One button for the whole way of a reward, so that the focus stays on it: it claims, says that it is busy, and in the
 * end shows and hides what the claim gave. Its name is its word and the reward's.
 */
export function renderButton(
  stage: RewardStage,
  { rewardId }: Reward,
  { phase, state, isBusy, isOpen, hasNote, press }: ButtonOptions,
) {
  const isGood = good.has(state);
  return html`<button
    class="state small ${phase ? 'claim' : `toggle ${isGood ? 'has strong' : 'quiet'}`}"
    part="button ${phase ? 'claim' : 'toggle state'}"
    id="do-${rewardId}"
    aria-labelledby="do-${rewardId} name-${rewardId}"
    aria-describedby=${hasNote ? `note-${rewardId}` : nothing}
    aria-disabled=${isBusy ? 'true' : nothing}
    aria-expanded=${phase ? nothing : `${isOpen}`}
    aria-controls=${!phase && isOpen ? `details-${rewardId}` : nothing}
    @click=${press}
  >
    ${!phase && isGood ? icon('check') : nothing}<span class="t">${wordOf(stage, { phase, state })}</span
    >${phase ? nothing : html`<svg class="icon turn" viewBox="0 0 16 16" aria-hidden="true">${chevron}</svg>`}
  </button>`;
}

function wordOf({ language }: RewardStage, { phase, state }: Pick<ButtonOptions, 'phase' | 'state'>): string {
  const { claim, rewards } = moreWords(language);
  switch (phase) {
    case 'claiming':
      return claim.claiming;
    case 'checking':
      return claim.checking;
    case 'unsure':
      return claim.checkAgain;
    case 'open':
      return claim.claim;
    default:
      return rewards.states[state];
  }
}
