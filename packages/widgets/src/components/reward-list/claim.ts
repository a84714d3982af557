/** What a reader's own list needs beside the list: claiming, and what a claim gave. It comes when something is theirs. */
import type { Client, Reward } from '@wee5/client';
import { html, nothing } from 'lit';
import type { RewardProgress } from '../../controllers/reward-list-controller.ts';
import { RewardClaimedEvent } from '../../events/reward-claimed.ts';
import { say } from '../../lively/announcer.ts';
import { dress } from '../../lively/dress.ts';
import { later } from '../../lively/later.ts';
import type { RewardStage } from '../../lively/rewards/stage.ts';
import { moreWords } from '../../messages/more-words.ts';
import { renderButton } from './claim-button.ts';
import { hasDetails, renderDetails } from './claim-details.ts';
import { check, claim, type Attempt } from './claim-flow.ts';
import { renderNote, noteText } from './claim-note.ts';
import { claimStyles } from './claim.styles.ts';
import { copyCode } from './copy-code.ts';
import { isClaimable } from './few.ts';

const busy = new Set<Attempt['phase'] | undefined>(['claiming', 'checking']);

/** The claims of one reward list. */
export class Claims {
  readonly #stage: RewardStage;
  #client: Client | undefined;
  #attempts = new Map<string, Attempt>();
  readonly #open = new Set<string>();

  constructor(stage: RewardStage) {
    this.#stage = stage;
    dress(stage, [claimStyles]);
  }

  /** The button at the end of a reward's line; undefined where there is nothing to press. */
  renderState(progress: RewardProgress) {
    const { reward, attempt } = this.#truthOf(progress);
    const { rewardId, state } = reward;
    const isAction = attempt?.phase !== 'settled' && (!!attempt || isClaimable(progress));
    if (!isAction && (attempt?.problem?.is === 'withdrawn' || !hasDetails(reward))) return undefined;
    return renderButton(this.#stage, reward, {
      phase: isAction ? (attempt?.phase ?? 'open') : undefined,
      state: state!,
      isBusy: busy.has(attempt?.phase),
      isOpen: this.#open.has(rewardId),
      hasNote: attempt?.problem !== undefined,
      press: () => (isAction ? this.#act(reward) : this.#toggle(rewardId)),
    });
  }

  /** What stands under the line: what became of a claim, and what it gave. */
  renderDetails(progress: RewardProgress) {
    const { reward, attempt } = this.#truthOf(progress);
    const isOpen = hasDetails(reward) && this.#open.has(reward.rewardId);
    return html`${attempt?.problem ? renderNote(this.#stage, reward, attempt.problem) : nothing}${
      isOpen ? renderDetails(this.#stage, reward, () => void copyCode(this.#stage, reward)) : nothing
    }`;
  }

  /** The API's last word about a reward: the answer to a claim, until the list itself has heard of it. */
  #truthOf({ reward }: RewardProgress): { reward: Reward; attempt: Attempt | undefined } {
    this.#forgetOthers();
    const attempt = this.#attempts.get(reward.rewardId);
    if (reward.state === 'unlocked') return { reward: attempt?.answer ?? reward, attempt };
    // The list has heard more than a claim that is over.
    const isOver = attempt?.phase === 'open' || attempt?.phase === 'unsure';
    return { reward, attempt: isOver ? undefined : attempt };
  }

  /** Another client is another reader. */
  #forgetOthers(): void {
    const { source } = this.#stage;
    const client = 'client' in source ? source.client : undefined;
    if (client === this.#client) return;
    this.#client = client;
    this.#attempts = new Map();
    this.#open.clear();
  }

  #act(reward: Reward): void {
    const { rewardId } = reward;
    const phase = this.#attempts.get(rewardId)?.phase;
    if (!this.#client || busy.has(phase)) return;
    const attempts = this.#attempts;
    // A claim goes on whatever becomes of the list, which need not wait for it.
    const report = {
      step: later(this, (it, attempt: Attempt) => {
        if (attempts === it.#attempts) it.#step(reward, attempt);
      }),
      won: later(this, (it) => {
        if (attempts === it.#attempts) it.#won(reward);
      }),
    };
    void (phase === 'unsure' ? check : claim)(this.#client, rewardId, report);
  }

  #step(reward: Reward, attempt: Attempt): void {
    const { rewardId } = reward;
    this.#attempts.set(rewardId, attempt);
    if (attempt.problem) say(this.#stage, noteText(this.#stage, attempt.problem), true);
    if (attempt.answer?.claimedAt) this.#open.add(rewardId);
    this.#stage.requestUpdate();
    void this.#keepFocus(rewardId);
  }

  #won({ rewardId, name }: Reward): void {
    say(this.#stage, moreWords(this.#stage.language).claim.done(name), true);
    this.#stage.dispatchEvent(new RewardClaimedEvent({ rewardId, name }));
  }

  #toggle(rewardId: string): void {
    if (!this.#open.delete(rewardId)) this.#open.add(rewardId);
    // A note has been read by whoever goes on.
    if (this.#attempts.get(rewardId)?.problem) {
      this.#attempts.set(rewardId, { ...this.#attempts.get(rewardId)!, problem: undefined });
    }
    this.#stage.requestUpdate();
  }

  /** The button stays the same element; where it goes, whoever pressed it by keyboard stays at the card. */
  async #keepFocus(rewardId: string): Promise<void> {
    const { renderRoot, updateComplete } = this.#stage;
    const id = `do-${rewardId}`;
    if (!(renderRoot instanceof ShadowRoot) || renderRoot.activeElement?.id !== id) return;
    await updateComplete;
    if (!renderRoot.getElementById(id)) renderRoot.querySelector<HTMLElement>('.root')?.focus();
  }
}
