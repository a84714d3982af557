import { html, nothing } from 'lit';
import { moreWords } from '../messages/more-words.ts';
import type { MoreMessages } from '../messages/en-more.ts';
import { icon } from './icons.ts';
import { renderRetry } from './retry.ts';
import type { Stage, Trouble } from './stage.ts';

/** What a widget says in the place of its content, and what to do. */
export function renderNotice(stage: Stage, trouble: Trouble) {
  const more = moreWords(stage.language);
  const kind = kindOf(trouble, more);
  const isEmpty = kind === 'empty';
  const [what, whatToDo] = isEmpty ? emptyWords(stage, more) : more.problems[kind];
  return html`<div class="notice" part="notice">
    ${icon(isEmpty ? emptyIcon(stage) : kind === 'unreachable' ? 'offline' : 'problem')}
    <slot name=${isEmpty ? 'empty' : 'error'}>
      <span class="strong">${what}</span> <span class="quiet">${whatToDo}</span>
    </slot>
    ${typeof trouble === 'object' || kind === 'unreachable' ? renderRetry(stage) : nothing}
  </div>`;
}

function emptyIcon({ localName }: Stage) {
  return localName === 'wee5-reward-list' ? 'custom' : 'people';
}

function emptyWords({ localName }: Stage, { empty }: MoreMessages) {
  return Object.hasOwn(empty, localName) ? empty[localName as keyof typeof empty] : empty['wee5-leaderboard'];
}

function kindOf(trouble: Trouble, { problems }: MoreMessages): keyof MoreMessages['problems'] | 'empty' {
  if (typeof trouble === 'string') return trouble;
  if (!('code' in trouble)) return 'unreachable';
  if (trouble.code === 'not-a-member') return 'forbidden';
  if (trouble.code === 'token-error') return 'unauthenticated';
  return Object.hasOwn(problems, trouble.code) ? (trouble.code as keyof typeof problems) : 'failed';
}
