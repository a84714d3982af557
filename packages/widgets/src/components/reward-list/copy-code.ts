import type { Reward } from '@wee5/client';
import { say } from '../../lively/announcer.ts';
import { show } from '../../lively/moments.ts';
import type { RewardStage } from '../../lively/rewards/stage.ts';
import { moreWords } from '../../messages/more-words.ts';

/** For so long the button says what it did. */
const shownFor = { copied: 2_000, notCopied: 8_000 };

/** Under which key a list's moments say whether a code was copied: 1, or -1 where the page may not copy. */
export function copyKey(rewardId: string): string {
  return `copy ${rewardId}`;
}

/** Copies a reward's code; where the page may not, it selects the code for the reader to copy. */
export async function copyCode(stage: RewardStage, { rewardId, metadata }: Reward): Promise<void> {
  const { copied, notCopied } = moreWords(stage.language).claim;
  const isCopied = await write(String(metadata['code']));
  if (!isCopied) select(stage, rewardId);
  show(stage, copyKey(rewardId), isCopied ? 1 : -1, isCopied ? shownFor.copied : shownFor.notCopied);
  say(stage, isCopied ? copied : notCopied, true);
  stage.requestUpdate();
}

async function write(text: string): Promise<boolean> {
  try {
    // Not there at all on a page without https.
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

function select({ renderRoot }: RewardStage, rewardId: string): void {
  const code = (renderRoot as ShadowRoot).getElementById(`code-${rewardId}`);
  if (code) getSelection()?.selectAllChildren(code);
}
