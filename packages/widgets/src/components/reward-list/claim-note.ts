import type { Reward } from '@wee5/client';
import { html } from 'lit';
import { icon } from '../../lively/icons.ts';
import type { RewardStage } from '../../lively/rewards/stage.ts';
import type { Sentences } from '../../messages/en-more.ts';
import { moreWords } from '../../messages/more-words.ts';
import type { Problem } from './claim-flow.ts';

/** What became of a claim, and what to do, in one text. */
export function noteText(stage: RewardStage, problem: Problem): string {
  const [what, whatToDo] = wordsOf(stage, problem);
  return `${moreWords(stage.language).sentence(what)} ${whatToDo}`;
}

function wordsOf({ language }: RewardStage, problem: Problem): Sentences {
  const { problems } = moreWords(language).claim;
  return problem.is === 'limited' ? problems.limited(problem.seconds) : problems[problem.is];
}

export function renderNote(stage: RewardStage, { rewardId }: Reward, problem: Problem) {
  const [what, whatToDo] = wordsOf(stage, problem);
  return html`<div class="claim-note small" part="note" id="note-${rewardId}">
    ${icon('problem')}
    <span class="t"
      ><span class="strong">${moreWords(stage.language).sentence(what)}</span>
      <span class="quiet">${whatToDo}</span></span
    >
  </div>`;
}
