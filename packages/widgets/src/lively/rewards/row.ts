import { html, nothing } from 'lit';
import type { RewardListController, RewardProgress } from '../../controllers/reward-list-controller.ts';
import { icon } from '../icons.ts';
import { moreWords } from '../../messages/more-words.ts';
import { claimsOf } from './claims.ts';
import type { RewardStage } from './stage.ts';

const inHand = new Set(['unlocked', 'claimed', 'fulfilled']);

/** The end of a reward's line: the level it needs, how far it has come, or the button that claims it. */
export function renderRewardState(stage: RewardStage, progress: RewardProgress) {
  return claimsOf(stage, progress)?.renderState(progress) ?? renderPlainState(stage, progress);
}

/** What stands under the line of a reader's own reward. */
export function renderRewardDetails(stage: RewardStage, progress: RewardProgress) {
  return claimsOf(stage, progress)?.renderDetails(progress);
}

function renderPlainState(stage: RewardStage, { reward, state, stage: how, toGo }: RewardProgress) {
  const { language, moments } = stage;
  const level = language.messages.levelNumber(reward.levelRequirement);
  if (how !== 'reached' && how !== 'gone') {
    const distance = toGo === undefined ? nothing : language.messages.rewards.toGo(toGo);
    return html`<span class="state small quiet" part="state" title=${distance}
      >${how === 'open' ? nothing : icon('lock')}<span class="t">${level}</span></span
    >`;
  }
  const now = state ?? 'unlocked';
  const { moves, rewards } = moreWords(language);
  return html`<span
    class="state small ${inHand.has(now) ? 'has strong' : 'quiet'}"
    part="state"
    title=${level}
    >${inHand.has(now) ? icon('check') : nothing}<span class="t"
      >${moments.has(reward.rewardId) ? moves.fresh : rewards.states[now]}</span
    ></span
  >`;
}

/** The way to the next reward. */
export function renderBar(
  { language }: RewardStage,
  { reward, toGo }: RewardProgress,
  controller: RewardListController,
) {
  const percent = Math.round(partDone(reward.levelRequirement, toGo!, controller) * 100);
  return html`<svg
    class="bar"
    part="bar"
    role="progressbar"
    aria-label=${moreWords(language).rewards.progress(reward.name)}
    aria-valuenow=${percent}
    aria-valuetext=${language.messages.rewards.toGo(toGo!)}
  >
    <line x1="0" y1="3" x2="100%" y2="3" pathLength="100" stroke-dashoffset=${100 - percent} />
  </svg>`;
}

/** 0 to 1; the way begins where the last level that gave something does. */
function partDone(level: number, toGo: number, { rewards, card, xpAt }: RewardListController): number {
  const given = rewards.data!.rewards.map(({ levelRequirement }) => levelRequirement);
  const last = Math.max(0, ...given.filter((each) => each <= card.data!.level));
  return Math.max(0, 1 - toGo / Math.max(1, xpAt(level)! - (xpAt(last) ?? 0)));
}

/** The button under a list that is too long to be shown whole. */
export function renderShowAll(stage: RewardStage, { count, showsAll }: { count: number; showsAll: boolean }) {
  const { showFewer, showAll } = moreWords(stage.language).rewards;
  return html`<button
    part="button"
    aria-expanded=${showsAll ? 'true' : 'false'}
    @click=${() => stage.showAll(!showsAll)}
  >
    ${showsAll ? showFewer : showAll(count)}
  </button>`;
}
